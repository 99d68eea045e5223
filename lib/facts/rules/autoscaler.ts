import type { LayeredCluster } from '../layers/layered-cluster';
import { minOverMax } from './bounds';
import type { RuleProblem } from './rule';

/** The totals of the cluster autoscaler leave room between their bounds. */
export function* autoscaler(cluster: LayeredCluster): Iterable<RuleProblem> {
  for (const key of ['cores', 'memory'] as const) {
    const range = cluster.facts.autoscaler?.[key];
    yield* minOverMax(cluster, { path: ['autoscaler', key], min: ['min', range?.min], max: ['max', range?.max] });
  }
}
