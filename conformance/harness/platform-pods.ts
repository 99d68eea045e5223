import { readQuantity } from '../../lib/core/quantity';
import type { Cluster } from '../../lib/facts/cluster';
import type { Resources } from '../../lib/facts/node-pool';
import type { SimulatedNode } from './simulated-nodes';

/** The namespace of the pods that are not ours. */
export const PLATFORM_NAMESPACE = 'platform';

/** Which of the platform's load to put on nodes. */
export interface PlatformLoad {
  readonly cluster: Cluster;
  readonly nodes: readonly SimulatedNode[];
  /** Whether load of others is shared out over these nodes: it is there once, however many nodes a pool grows to. */
  readonly foreign: boolean;
}

/**
 * Pods that take what the facts reserve: one a DaemonSet and static pod on each node that it matches, and one a node with
 * its part of the pool's foreign load. They name their nodes, so the scheduler has no say.
 */
export function platformPods({ cluster, nodes, foreign }: PlatformLoad): readonly unknown[] {
  const { daemonSets, staticPods, foreignLoad } = cluster.reserved;
  return nodes.flatMap(({ node, pool }) => {
    const { name, labels } = node.metadata;
    const here = [...daemonSets, ...staticPods].filter(({ nodeSelector }) =>
      Object.entries(nodeSelector).every(([key, value]) => labels[key] === value),
    );
    const pods = here.map((reserved) => podOn(name, reserved.name, reserved.requests));
    const load = foreign ? foreignLoad[pool] : undefined;
    if (!load) return pods;
    const sharers = nodes.filter((other) => other.pool === pool).length;
    return [...pods, podOn(name, 'foreign-load', sharedOut(load, sharers))];
  });
}

function sharedOut(load: Resources, parts: number): Resources {
  return Object.fromEntries(
    Object.entries(load).map(([name, text]) => {
      const milli = (readQuantity(text)?.nano ?? 0n) / 1_000_000n;
      const share = (milli + BigInt(parts) - 1n) / BigInt(parts);
      // Only cpu is counted in thousandths.
      return [name, name === 'cpu' ? `${share}m` : `${(share + 999n) / 1000n}`];
    }),
  );
}

function podOn(node: string, name: string, requests: Resources): unknown {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `${name}-${node}`, namespace: PLATFORM_NAMESPACE },
    spec: {
      nodeName: node,
      tolerations: [{ operator: 'Exists' }],
      automountServiceAccountToken: false,
      containers: [{ name: 'main', image: 'platform', resources: { requests } }],
    },
  };
}
