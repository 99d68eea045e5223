import type { Mutator } from '../cluster';
import type { Resources } from '../node-pool';
import type { ClusterFacts } from '../schema/fleet-file';
import type { Missing } from './missing';

type MutatorFacts = NonNullable<NonNullable<ClusterFacts['mutators']>[string]>;

/** Completes the declared mutators. */
export function resolveMutators(
  mutators: ClusterFacts['mutators'] = {},
  missing: Missing,
): Readonly<Record<string, Mutator>> {
  const resolved: Record<string, Mutator> = {};
  for (const [key, facts = {}] of Object.entries(mutators)) {
    const mutator = resolveMutator(facts, (path) => missing(['mutators', key, ...path]));
    if (mutator) resolved[key] = mutator;
  }
  return resolved;
}

function resolveMutator(facts: MutatorFacts, missing: Missing): Mutator | undefined {
  const namespaceSelector = facts.namespaceSelector ?? missing(['namespaceSelector']);
  const { sidecar } = facts;
  if (!sidecar) return missing(['sidecar']);
  const name = sidecar.name ?? missing(['sidecar', 'name']);
  const requests = sidecar.requests ?? missing(['sidecar', 'requests']);
  if (!namespaceSelector || name === undefined || !requests) return undefined;
  return {
    namespaceSelector: namespaceSelector as Mutator['namespaceSelector'],
    sidecar: {
      name,
      requests: requests as Resources,
      ...(sidecar.limits && { limits: sidecar.limits as Resources }),
    },
  };
}
