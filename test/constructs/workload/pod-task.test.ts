import type { Chart } from 'cdk8s';
import { labelIn } from '../../../lib/constructs/placement/node-requirement';
import { requireNodes } from '../../../lib/constructs/placement/placements';
import { PodTask } from '../../../lib/constructs/workload/pod-task';
import { cluster } from '../../support/clusters';
import { misuseMessage } from '../../support/misuse-message';
import { renderYaml } from '../../support/render-yaml';

const MINIMAL = { image: 'nginx', cpu: '100m', memory: '128Mi', podSecurity: 'baseline' } as const;

test('a bare pod keeps its image as it is written', () => {
  const placement = requireNodes([labelIn('disktype', 'ssd')]);
  expect(renderYaml((chart) => new PodTask(chart, 'nginx', { ...MINIMAL, placement }))).toMatchSnapshot();
});

test('a bare pod with tolerations states those that the API server adds', () => {
  const yaml = renderYaml(
    (chart) =>
      new PodTask(chart, 'check', {
        ...MINIMAL,
        restartPolicy: 'Never',
        activeDeadlineSeconds: 60,
        annotations: { 'example.com/owner': 'shop' },
        placement: {
          tolerations: [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute' }],
        },
      }),
  );
  expect(yaml).toMatchSnapshot();
});

test('Flux would never make a bare pod with an account of its own', () => {
  const build = (chart: Chart) => new PodTask(chart, 'check', { ...MINIMAL, serviceAccount: {} });
  expect(misuseMessage(build)).toBe(
    'test/check: the Pod needs the ServiceAccount "check" of its own component, and Flux tries the Pod before it applies that; use BatchJob or Worker, or name an account of another component: serviceAccount: { existing } [undeliverable]',
  );
  const { delivery } = cluster();
  const argocd = cluster({ delivery: { ...delivery, engine: 'argocd' } });
  expect(() => misuseMessage(build, argocd)).toThrow();
});
