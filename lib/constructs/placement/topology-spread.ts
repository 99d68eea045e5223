import type { Construct } from 'constructs';
import type { LabelSelector, TopologySpreadConstraint } from '../../../imports/k8s';
import { checkedLabelKey } from '../validation/checked-labels';
import { checkedInteger, checkedOptional } from '../validation/checked-number';
import { checkedSelector, isEmptySelector } from '../validation/checked-selector';
import { misuse } from '../validation/misuse';
import { HOSTNAME, type SpreadConstraint, ZONE } from './placement';
import { checkLabelKeys } from './pod-affinity';

/**
 * Over zones and nodes, as far as possible: a pod never waits for it, and a cluster without zones is served too.
 */
export const DEFAULT_SPREAD: readonly SpreadConstraint[] = [{ topologyKey: ZONE }, { topologyKey: HOSTNAME }];

/**
 * Topology spread in wire form.
 *
 * @param own - selects the workload’s own pods, the default of a constraint.
 * @param revisionKeys - label keys that tell revisions of the workload apart, so that a rollout spreads the new pods by
 * themselves.
 * @throws {BayplanError} `invalid-props`
 */
export function topologySpread(
  scope: Construct,
  own: LabelSelector,
  revisionKeys: readonly string[],
  constraints: readonly SpreadConstraint[],
): readonly TopologySpreadConstraint[] {
  const seen = new Set<string>();
  return constraints.map((constraint) => {
    const wire = spreadConstraint(scope, own, revisionKeys, constraint);
    const key = `${wire.topologyKey} with ${wire.whenUnsatisfiable}`;
    if (seen.has(key)) misuse(scope, `two spread constraints are over ${key}`, 'keep one of them');
    seen.add(key);
    return wire;
  });
}

function spreadConstraint(
  scope: Construct,
  own: LabelSelector,
  revisionKeys: readonly string[],
  constraint: SpreadConstraint,
): TopologySpreadConstraint {
  const { topologyKey, maxSkew = 1, pods, whenUnsatisfiable = 'ScheduleAnyway' } = constraint;
  const subject = `spread over ${topologyKey}`;
  checkedLabelKey(scope, 'the topology of a spread constraint', topologyKey);
  const labelSelector = pods ? checkedSelector(scope, subject, pods) : own;
  if (isEmptySelector(labelSelector)) {
    misuse(
      scope,
      `${subject} has an empty selector, which counts no pod at all`,
      'select by a label, or leave pods out',
    );
  }
  const minDomains = 'minDomains' in constraint ? constraint.minDomains : undefined;
  if (minDomains !== undefined && whenUnsatisfiable !== 'DoNotSchedule') {
    misuse(scope, `${subject} has minDomains with ${whenUnsatisfiable}`, 'use DoNotSchedule, or leave minDomains out');
  }
  const matchLabelKeys = constraint.matchLabelKeys ?? (pods ? [] : revisionKeys);
  checkLabelKeys(scope, subject, labelSelector, matchLabelKeys);
  return {
    maxSkew: checkedInteger(scope, `maxSkew of ${subject}`, maxSkew, 1),
    minDomains: checkedOptional(scope, `minDomains of ${subject}`, minDomains, 1),
    topologyKey,
    whenUnsatisfiable,
    labelSelector,
    matchLabelKeys: matchLabelKeys.length > 0 ? matchLabelKeys : undefined,
    nodeAffinityPolicy: constraint.nodeAffinityPolicy,
    nodeTaintsPolicy: constraint.nodeTaintsPolicy,
  };
}
