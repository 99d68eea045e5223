import type { Platform } from '../../lib/facts/cluster';
import { SIZES, type Size } from '../shapes/scale';

/** What the objects of the benchmark may say of their cluster. */
export interface BenchCluster {
  readonly cluster: string;
  readonly region: string;
  readonly size: Size;
  readonly platform: Platform;
}

export type Fact = keyof BenchCluster;
export const FACTS: readonly Fact[] = ['cluster', 'region', 'size', 'platform'];

const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1', 'ap-south-1'];
const PLATFORMS: readonly Platform[] = ['eks', 'gke', 'aks', 'kubeadm'];

/** The first `count` clusters of an endless fleet; each combination of region, size and platform comes up in turn. */
export function benchClusters(count: number): readonly BenchCluster[] {
  return Array.from({ length: count }, (_, index) => {
    const region = pick(REGIONS, index);
    const size = pick(SIZES, Math.floor(index / REGIONS.length));
    const platform = pick(PLATFORMS, Math.floor(index / REGIONS.length / SIZES.length));
    return { cluster: `${region}-${String(index + 1).padStart(4, '0')}`, region, size, platform };
  });
}

function pick<T>(values: readonly T[], index: number): T {
  return values[index % values.length] as T;
}
