import { tolerateEverything } from '../../../lib/constructs/placement/placements';
import { NodeAgent } from '../../../lib/constructs/workload/node-agent';
import { renderYaml } from '../../support/render-yaml';

const MINIMAL = { image: 'agent:1', cpu: '50m', memory: '64Mi' };

test('an agent runs on every node that its placement allows', () => {
  expect(renderYaml((chart) => new NodeAgent(chart, 'agent', MINIMAL))).toMatchSnapshot();
});

test('an agent on the network of its node has no network policy, which would not reach it', () => {
  const yaml = renderYaml(
    (chart) =>
      new NodeAgent(chart, 'node-exporter', {
        ...MINIMAL,
        podSecurity: 'privileged',
        podSecurityContext: { runAsNonRoot: true, runAsUser: 65534 },
        hostNetwork: true,
        hostPID: true,
        ports: [{ name: 'metrics', number: 9100 }],
        volumes: { root: { hostPath: '/' } },
        mounts: { '/host/root': { volume: 'root', readOnly: true, mountPropagation: 'HostToContainer' } },
        placement: [tolerateEverything(), { priorityClassName: 'system-node-critical' }],
        strategy: { type: 'RollingUpdate', maxUnavailable: '10%' },
      }),
  );
  expect(yaml).toMatchSnapshot();
});
