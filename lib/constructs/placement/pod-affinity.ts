import type { Construct } from 'constructs';
import type { LabelSelector, PodAffinity, PodAffinityTerm } from '../../../imports/k8s';
import { checkedLabelKey } from '../validation/checked-labels';
import { checkedName } from '../validation/checked-name';
import { checkedInteger } from '../validation/checked-number';
import { checkedSelector, selectsBy } from '../validation/checked-selector';
import { misuse } from '../validation/misuse';
import type { PodTerm, Weighted } from './placement';

/**
 * Pod affinity or anti-affinity: both have one shape.
 *
 * @param own - selects the workload’s own pods, the default of a term.
 * @throws {BayplanError} `invalid-props` or `invalid-name`
 */
export function podAffinity(
  scope: Construct,
  own: LabelSelector,
  required: readonly PodTerm[],
  preferred: readonly Weighted<PodTerm>[],
): PodAffinity | undefined {
  if (required.length === 0 && preferred.length === 0) return undefined;
  return {
    requiredDuringSchedulingIgnoredDuringExecution:
      required.length === 0 ? undefined : required.map((term) => podTerm(scope, own, term)),
    preferredDuringSchedulingIgnoredDuringExecution:
      preferred.length === 0
        ? undefined
        : preferred.map(({ weight, term }) => ({
            weight: checkedInteger(scope, 'the weight of a preferred pod term', weight, 1, 100),
            podAffinityTerm: podTerm(scope, own, term),
          })),
  };
}

function podTerm(scope: Construct, own: LabelSelector, term: PodTerm): PodAffinityTerm {
  const { topologyKey, pods, namespaces, namespaceSelector, matchLabelKeys = [], mismatchLabelKeys = [] } = term;
  const subject = `pod affinity over ${topologyKey}`;
  const labelSelector = pods ? checkedSelector(scope, subject, pods) : own;
  checkedLabelKey(scope, 'the topology of pod affinity', topologyKey);
  if (namespaceSelector) checkedSelector(scope, subject, namespaceSelector);
  for (const namespace of namespaces ?? []) checkedName(scope, `a namespace of ${subject}`, namespace);
  checkLabelKeys(scope, subject, labelSelector, [...matchLabelKeys, ...mismatchLabelKeys]);
  return {
    topologyKey,
    labelSelector,
    namespaces: namespaces?.length ? namespaces : undefined,
    namespaceSelector,
    matchLabelKeys: matchLabelKeys.length > 0 ? matchLabelKeys : undefined,
    mismatchLabelKeys: mismatchLabelKeys.length > 0 ? mismatchLabelKeys : undefined,
  };
}

/**
 * Refuses keys that the API server refuses: named twice, or in the selector already.
 *
 * @throws {BayplanError} `invalid-props`
 */
export function checkLabelKeys(
  scope: Construct,
  subject: string,
  selector: LabelSelector,
  keys: readonly string[],
): void {
  for (const [index, key] of keys.entries()) {
    checkedLabelKey(scope, subject, key);
    if (keys.indexOf(key) !== index) misuse(scope, `${subject} names the label key ${key} twice`, 'name it once');
    if (!selectsBy(selector, key)) continue;
    misuse(scope, `${subject} selects by ${key} and has it as label key`, 'keep one of the two');
  }
}
