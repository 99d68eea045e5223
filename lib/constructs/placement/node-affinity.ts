import type { Construct } from 'constructs';
import type { NodeAffinity, NodeSelectorTerm } from '../../../imports/k8s';
import { checkedInteger } from '../validation/checked-number';
import { misuse } from '../validation/misuse';
import { nodeRequirement } from './node-requirement';
import type { NodeTerm, Placement } from './placement';

/**
 * Node affinity of several placements together.
 *
 * Kubernetes joins required terms by “or”, while placements join by “and”: each way to take one term of every placement
 * becomes one term.
 *
 * @throws {BayplanError} `invalid-props`
 */
export function nodeAffinity(scope: Construct, placements: readonly Placement[]): NodeAffinity | undefined {
  const required = placements.flatMap(({ requiredNodes }) => (requiredNodes ? [requiredNodes] : []));
  const preferred = placements.flatMap(({ preferredNodes = [] }) => preferredNodes);
  if (required.length === 0 && preferred.length === 0) return undefined;
  return {
    requiredDuringSchedulingIgnoredDuringExecution:
      required.length === 0 ? undefined : { nodeSelectorTerms: allOf(scope, required) },
    preferredDuringSchedulingIgnoredDuringExecution:
      preferred.length === 0
        ? undefined
        : preferred.map(({ weight, term }) => ({
            weight: checkedInteger(scope, 'the weight of a preferred node term', weight, 1, 100),
            preference: nodeTerm(scope, term),
          })),
  };
}

function allOf(scope: Construct, alternatives: readonly (readonly NodeTerm[])[]): readonly NodeSelectorTerm[] {
  let combined: readonly NodeSelectorTerm[] = [{}];
  for (const terms of alternatives) {
    if (terms.length === 0)
      misuse(scope, 'required node terms are an empty list', 'give at least one term: none is never met');
    const wire = terms.map((term) => nodeTerm(scope, term));
    combined = combined.flatMap(({ matchExpressions: before = [] }) =>
      wire.map(({ matchExpressions = [] }) => ({ matchExpressions: [...before, ...matchExpressions] })),
    );
  }
  return combined;
}

function nodeTerm(scope: Construct, term: NodeTerm): NodeSelectorTerm {
  if (term.length === 0)
    misuse(scope, 'a node term has no requirements', 'give at least one: an empty term is never met');
  return { matchExpressions: term.map((requirement) => nodeRequirement(scope, requirement)) };
}
