import type { Finding } from '../core/finding';
import { nearest } from '../core/nearest';
import type { Cluster } from '../facts/cluster';

/** The clusters that a run touches: the named ones, or all when none is named. */
export function selectClusters(
  clusters: readonly Cluster[],
  names: readonly string[],
): { readonly selected: readonly Cluster[]; readonly findings: readonly Finding[] } {
  if (names.length === 0) return { selected: clusters, findings: [] };
  const known = clusters.map(({ name }) => name);
  const findings = names
    .filter((name) => !known.includes(name))
    .map((name): Finding => {
      const guess = nearest(name, known);
      const fix = guess ? `did you mean "${guess}"?` : `name one of ${known.join(', ')}`;
      return { check: 'unknown-cluster', severity: 'error', message: `the fleet has no cluster "${name}"`, fix };
    });
  return { selected: clusters.filter(({ name }) => names.includes(name)), findings };
}
