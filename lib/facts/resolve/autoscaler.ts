import type { AutoscalerTotals } from '../cluster';
import type { ClusterFacts } from '../schema/fleet-file';
import type { Missing } from './missing';

type Range = NonNullable<NonNullable<ClusterFacts['autoscaler']>['cores']>;

/** Completes the totals of the cluster autoscaler: a range has both bounds, since its flag takes both. */
export function resolveAutoscaler(facts: ClusterFacts['autoscaler'] = {}, missing: Missing): AutoscalerTotals {
  const { maxNodesTotal } = facts;
  const cores = range('cores', facts.cores, missing);
  const memory = range('memory', facts.memory, missing);
  return { ...(maxNodesTotal !== undefined && { maxNodesTotal }), ...(cores && { cores }), ...(memory && { memory }) };
}

function range(key: string, facts: Range | undefined, missing: Missing): AutoscalerTotals['cores'] {
  if (!facts) return undefined;
  const min = facts.min ?? missing(['autoscaler', key, 'min']);
  const max = facts.max ?? missing(['autoscaler', key, 'max']);
  return min === undefined || max === undefined ? undefined : { min, max };
}
