import type { NodeTerm, Placement } from './placement';

/**
 * On the nodes of a pool: its labels become a node selector, its taints tolerations.
 *
 * A workload that is placed so throws `unknown-pool` when the cluster has no such pool, and `invalid-props` when the
 * pool’s labels do not tell it from the others.
 */
export function onPool(pool: string): Placement {
  return { pool };
}

/** Only on nodes that meet one of the terms. */
export function requireNodes(...terms: readonly [NodeTerm, ...NodeTerm[]]): Placement {
  return { requiredNodes: terms };
}

/** Rather on nodes that meet the term; `weight` from 1 to 100. */
export function preferNodes(weight: number, term: NodeTerm): Placement {
  return { preferredNodes: [{ weight, term }] };
}

/** Also on nodes with any taint, as agents of every node need. */
export function tolerateEverything(): Placement {
  return { tolerations: [{ operator: 'Exists' }] };
}
