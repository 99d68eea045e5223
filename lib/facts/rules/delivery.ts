import type { Engine } from '../delivery';
import { isKnown, type LayeredCluster } from '../layers/layered-cluster';
import type { RuleProblem } from './rule';

/** The engine understands everything that the delivery says. */
export function* delivery(cluster: LayeredCluster): Iterable<RuleProblem> {
  const { engine, hub, managedBy, source = {} } = cluster.facts.delivery ?? {};
  if (source.git && source.oci) {
    const message = 'git and oci stand side by side, a source is one of the two';
    yield { check: 'conflicting-facts', path: ['delivery', 'source', 'oci'], onKey: true, message, fix: 'remove one' };
  }
  if (hub && managedBy !== undefined) {
    const message = `the cluster is a hub, hubs manage themselves: no chains`;
    const fix = 'remove managedBy or hub; null removes what a lower layer says';
    yield { check: 'conflicting-facts', path: ['delivery', 'managedBy'], message, fix };
  }
  if (!engine) return;
  yield* keysOfOtherEngines(cluster, engine);
  const certain = isKnown(cluster, ['delivery', 'hub']) && isKnown(cluster, ['delivery', 'managedBy']);
  if (engine === 'argocd' && !hub && managedBy === undefined && certain) {
    yield {
      check: 'missing-key',
      path: ['delivery', 'managedBy'],
      message: 'engine argocd, but the cluster is neither a hub nor managed by one',
      fix: 'add managedBy with the name of a hub, or hub: true where Argo CD runs',
    };
  }
}

function* keysOfOtherEngines(cluster: LayeredCluster, engine: Engine): Iterable<RuleProblem> {
  const { hub, managedBy, destination, serviceAccount, source } = cluster.facts.delivery ?? {};
  const keys: readonly { readonly path: readonly string[]; readonly used: boolean; readonly only: Engine }[] = [
    { path: ['hub'], used: hub === true, only: 'argocd' },
    { path: ['managedBy'], used: managedBy !== undefined, only: 'argocd' },
    { path: ['destination'], used: destination !== undefined, only: 'argocd' },
    { path: ['serviceAccount'], used: serviceAccount !== undefined, only: 'flux' },
    { path: ['source', 'oci'], used: source?.oci !== undefined && engine !== 'none', only: 'flux' },
  ];
  for (const { path, used, only } of keys) {
    if (!used || engine === only) continue;
    yield {
      check: 'conflicting-facts',
      path: ['delivery', ...path],
      onKey: true,
      message: `only the engine ${only} knows it, ${cluster.name} has ${engine}`,
      fix: `remove it, or write engine: ${only}; null in the cluster removes what a lower layer says`,
    };
  }
}
