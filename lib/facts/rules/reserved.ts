import { nearest } from '../../core/nearest';
import { isKnown, type LayeredCluster } from '../layers/layered-cluster';
import { resourcesOver } from './bounds';
import type { RuleProblem } from './rule';

/** What is not ours names pools that exist, and each of its pods once. */
export function* reserved(cluster: LayeredCluster): Iterable<RuleProblem> {
  const { reserved: facts = {}, nodePools = {}, mutators = {} } = cluster.facts;
  const pools = Object.keys(nodePools);
  for (const pool of Object.keys(facts.foreignLoad ?? {})) {
    if (pools.includes(pool) || !isKnown(cluster, ['nodePools', pool])) continue;
    const guess = nearest(pool, pools);
    yield {
      check: 'unknown-pool',
      path: ['reserved', 'foreignLoad', pool],
      onKey: true,
      message: `no node pool of ${cluster.name}, ${pools.length > 0 ? `allowed are ${pools.join(', ')}` : 'which has none'}`,
      fix: guess ? `did you mean "${guess}"?` : 'name a pool of the cluster',
    };
  }
  yield* repeatedPods(['reserved', 'daemonSets'], facts.daemonSets ?? []);
  yield* repeatedPods(['reserved', 'staticPods'], facts.staticPods ?? []);
  for (const [name, mutator] of Object.entries(mutators)) {
    const { requests, limits } = mutator?.sidecar ?? {};
    yield* resourcesOver(cluster, {
      path: ['mutators', name, 'sidecar'],
      min: ['requests', requests],
      max: ['limits', limits],
    });
  }
}

function* repeatedPods(path: readonly string[], pods: readonly { readonly name: string }[]): Iterable<RuleProblem> {
  const names = pods.map(({ name }) => name);
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) === index) continue;
    const message = `"${name}" stands in the list twice`;
    yield { check: 'duplicate-name', path: [...path, index, 'name'], message, fix: 'remove one, or rename it' };
  }
}
