import type { Reserved, ReservedPod } from '../cluster';
import type { ClusterFacts } from '../schema/fleet-file';

type ReservedFacts = NonNullable<ClusterFacts['reserved']>;

/** Completes what runs in a cluster and is not ours. */
export function resolveReserved(facts: ReservedFacts = {}): Reserved {
  return {
    daemonSets: pods(facts.daemonSets),
    staticPods: pods(facts.staticPods),
    foreignLoad: (facts.foreignLoad ?? {}) as Reserved['foreignLoad'],
  };
}

function pods(list: ReservedFacts['daemonSets'] = []): readonly ReservedPod[] {
  return list.map(({ name, requests, nodeSelector = {} }) => ({
    name,
    requests: requests as ReservedPod['requests'],
    nodeSelector,
  }));
}
