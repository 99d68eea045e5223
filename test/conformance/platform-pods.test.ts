import { platformPods } from '../../conformance/harness/platform-pods';
import { simulatedNodes } from '../../conformance/harness/simulated-nodes';
import { shippedFleet } from '../support/shipped-fleet';

const ops = shippedFleet().find(({ name }) => name === 'ops');

interface Pod {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly containers: readonly [{ readonly resources: { readonly requests: unknown } }] };
}

function requestsOn(node: string): Readonly<Record<string, unknown>> {
  if (!ops) throw new Error('no ops');
  const nodes = simulatedNodes(ops, 'min');
  const pods = platformPods({ cluster: ops, nodes, foreign: true }) as readonly Pod[];
  return Object.fromEntries(
    pods
      .filter(({ metadata }) => metadata.name.endsWith(`-${node}`))
      .map(({ metadata, spec }) => [metadata.name.replace(`-${node}`, ''), spec.containers[0].resources.requests]),
  );
}

test('a node carries what the facts reserve on it, and its share of the load of others', () => {
  expect(requestsOn('ops-general-1')).toEqual({
    'calico-node': { cpu: '250m' },
    'kube-proxy': {},
    'foreign-load': { cpu: '834m', memory: '1789569707' },
  });
  expect(Object.keys(requestsOn('ops-control-plane-0'))).toEqual([
    'calico-node',
    'kube-proxy',
    'etcd',
    'kube-apiserver',
    'kube-controller-manager',
    'kube-scheduler',
  ]);
});
