import { nearest } from '../../core/nearest';
import { isKnown, type LayeredCluster } from '../layers/layered-cluster';
import type { RuleProblem } from './rule';

/** Pools use zones of their cluster, and no list names a zone twice. */
export function* zones(cluster: LayeredCluster): Iterable<RuleProblem> {
  const { nodePools = {}, zones: known = [] } = cluster.facts;
  yield* repeated(['zones'], known);
  const certain = isKnown(cluster, ['zones']);
  for (const [name, pool] of Object.entries(nodePools)) {
    const path = ['nodePools', name, 'zones'];
    yield* repeated(path, pool?.zones ?? []);
    if (certain) yield* unknown(cluster.name, path, pool?.zones ?? [], known);
  }
}

function* unknown(
  name: string,
  path: readonly string[],
  used: readonly string[],
  known: readonly string[],
): Iterable<RuleProblem> {
  for (const [index, zone] of used.entries()) {
    if (known.includes(zone)) continue;
    const guess = nearest(zone, known);
    yield {
      check: 'unknown-zone',
      path: [...path, index],
      message: `"${zone}" is not a zone of ${name}, ${known.length > 0 ? `allowed are ${[...new Set(known)].join(', ')}` : 'which states no zones'}`,
      fix: guess ? `did you mean "${guess}"?` : 'add it to the zones of the cluster, or remove it here',
    };
  }
}

function* repeated(path: readonly string[], zones: readonly string[]): Iterable<RuleProblem> {
  for (const [index, zone] of zones.entries()) {
    if (zones.indexOf(zone) === index) continue;
    yield {
      check: 'duplicate-name',
      path: [...path, index],
      message: `"${zone}" stands in the list twice`,
      fix: 'remove one',
    };
  }
}
