import type { BenchCluster } from './bench-cluster';

const HEAD = `fleet: benchmark
source: { git: { url: https://git.example.com/harbour/gitops.git, revision: refs/heads/main, path: dist } }
defaults: { kubernetes: "1.35", delivery: { engine: flux } }
clusters:
`;

/** The `fleet.yaml` of a fleet, a node pool and a few labels for each cluster. */
export function fleetYaml(clusters: readonly BenchCluster[]): string {
  return HEAD + clusters.map(clusterYaml).join('');
}

function clusterYaml({ cluster, region, size, platform }: BenchCluster): string {
  return `  ${cluster}:
    platform: ${platform}
    region: ${region}
    zones: [${region}a, ${region}b, ${region}c]
    labels: { size: ${size}, tier: production }
    nodePools:
      general:
        zones: [${region}a, ${region}b, ${region}c]
        min: 3
        max: 30
        scaledBy: cluster-autoscaler
        labels: { disktype: ssd }
        allocatable: { cpu: 3920m, memory: 14.5Gi, pods: 58 }
`;
}
