import { labelIn } from '../../../lib/constructs/placement/node-requirement';
import { requireNodes } from '../../../lib/constructs/placement/placements';
import { PodTask } from '../../../lib/constructs/workload/pod-task';
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
