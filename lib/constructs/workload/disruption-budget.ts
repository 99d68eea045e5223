import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PodDisruptionBudget } from '../../../imports/k8s';
import { kubeObject } from '../kube-object';
import type { TextMap } from '../validation/checked-labels';
import { checkedShare, isZero } from '../validation/checked-number';
import { misuse } from '../validation/misuse';

/**
 * How many pods may be down at once when nodes are drained: a count or a percentage above zero; or `none` for no budget.
 */
export type DisruptionProps = { readonly maxUnavailable: number | string } | 'none';

/**
 * A budget that lets at least one pod go at a time, and pods that are unwell at any time: a drain always moves on.
 *
 * @throws {BayplanError} `invalid-props` for a budget that would block every eviction.
 */
export function disruptionBudget(
  scope: Construct,
  owner: { readonly name: string; readonly labels: TextMap; readonly selector: TextMap },
  maxUnavailable: number | string,
): ApiObject {
  const share = checkedShare(scope, 'maxUnavailable of the disruption budget', maxUnavailable);
  if (isZero(share)) {
    const fix = "give 1 or more, or disruption: 'none'";
    misuse(scope, `maxUnavailable of the disruption budget is ${share}, which blocks every eviction`, fix);
  }
  return kubeObject<PodDisruptionBudget>(scope, 'disruption-budget', {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: owner.name, labels: owner.labels },
    spec: {
      maxUnavailable: share,
      selector: { matchLabels: owner.selector },
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  });
}
