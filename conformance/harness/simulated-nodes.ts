import type { Cluster } from '../../lib/facts/cluster';
import type { NodePool } from '../../lib/facts/node-pool';

/** A pool at its fewest or its most nodes. */
export type PoolSize = 'min' | 'max';

/** A node with its CSINode, ready to be created. */
export interface SimulatedNode {
  readonly node: {
    readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
    readonly [field: string]: unknown;
  };
  readonly csiNode: unknown;
  /** Name of its pool. */
  readonly pool: string;
}

/** The nodes of a cluster as its facts describe them: zones in turn, so that pools spread evenly. */
export function simulatedNodes(cluster: Cluster, size: PoolSize): readonly SimulatedNode[] {
  return Object.values(cluster.nodePools).flatMap((pool) => {
    const zones = pool.zones.length > 0 ? pool.zones : [''];
    const count = pool[size] * (pool.perZone ? zones.length : 1);
    return Array.from({ length: count }, (_, index) =>
      simulatedNode(cluster, pool, `${cluster.name}-${pool.name}-${index}`, zones[index % zones.length] ?? ''),
    );
  });
}

function simulatedNode(cluster: Cluster, pool: NodePool, name: string, zone: string): SimulatedNode {
  const labels: Record<string, string> = {
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': pool.os,
    'kubernetes.io/arch': pool.arch,
    ...(zone ? { 'topology.kubernetes.io/zone': zone } : {}),
    ...(cluster.region ? { 'topology.kubernetes.io/region': cluster.region } : {}),
    ...(pool.instanceTypes[0] ? { 'node.kubernetes.io/instance-type': pool.instanceTypes[0] } : {}),
    ...pool.labels,
  };
  const drivers = Object.entries(cluster.volumeDrivers).map(([driver, { attachLimit, topologyKey }]) => {
    if (topologyKey && zone) labels[topologyKey] ??= zone;
    return {
      name: driver,
      nodeID: name,
      topologyKeys: topologyKey ? [topologyKey] : [],
      ...(attachLimit === undefined ? {} : { allocatable: { count: attachLimit } }),
    };
  });
  const resources = pool.allocatable ?? pool.capacity ?? {};
  return {
    node: {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels },
      spec: pool.taints.length > 0 ? { taints: pool.taints } : {},
      status: {
        capacity: resources,
        allocatable: resources,
        conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'simulated' }],
      },
    },
    pool: pool.name,
    csiNode: { apiVersion: 'storage.k8s.io/v1', kind: 'CSINode', metadata: { name }, spec: { drivers } },
  };
}
