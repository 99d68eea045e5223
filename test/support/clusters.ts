import type { Cluster } from '../../lib/facts/cluster';
import type { NodePool } from '../../lib/facts/node-pool';

/** A small valid cluster; every test names only what it is about. */
export function cluster(facts: Partial<Cluster> = {}): Cluster {
  const name = facts.name ?? 'test';
  return {
    name,
    kubernetes: '1.35',
    featureGates: {},
    platform: 'eks',
    region: 'eu-west-1',
    zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
    labels: {},
    delivery: {
      engine: 'flux',
      hub: false,
      grain: 'object',
      order: 'relaxed',
      namespace: 'flux-system',
      destination: name,
      source: { git: { url: 'https://git.example.com/fleet.git', revision: 'refs/heads/main', path: 'dist' } },
    },
    nodePools: { general: nodePool() },
    autoscaler: {},
    volumeDrivers: {},
    reserved: { daemonSets: [], staticPods: [], foreignLoad: {} },
    mutators: {},
    images: { registries: {}, digests: {} },
    externals: [],
    ...facts,
  };
}

export function nodePool(facts: Partial<NodePool> = {}): NodePool {
  return {
    name: 'general',
    instanceTypes: [],
    zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
    labels: {},
    taints: [],
    startupTaints: [],
    min: 1,
    max: 3,
    perZone: false,
    allocatable: { cpu: '3920m', memory: '14Gi', pods: '58' },
    arch: 'amd64',
    os: 'linux',
    scaledBy: 'cluster-autoscaler',
    ...facts,
  };
}
