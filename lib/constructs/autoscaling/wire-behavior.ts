import type { Construct } from 'constructs';
import type { HorizontalPodAutoscalerBehavior, HPAScalingRules } from '../../../imports/k8s';
import { canonicalQuantity } from '../../core/canonical-quantity';
import { compareText } from '../../core/compare';
import { parseQuantity } from '../../core/quantity';
import { clusterOf } from '../cluster-of';
import { checkedInteger, checkedOptional } from '../validation/checked-number';
import { misuse } from '../validation/misuse';
import type { Behavior, ScalingRules } from './behavior';

/** The feature gate of tolerances, and the minor in which it is on for the first time. */
const TOLERANCE_GATE = 'HPAConfigurableTolerance';
const TOLERANCE_MINOR = '1.35';

/**
 * Behaviour in wire form.
 *
 * @throws {BayplanError} `invalid-props` for numbers out of range and for a tolerance that the cluster would drop;
 * `invalid-quantity`.
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/autoscaling/validation/validation.go (bounds)
 */
export function wireBehavior(scope: Construct, { scaleUp, scaleDown }: Behavior): HorizontalPodAutoscalerBehavior {
  return {
    scaleUp: scaleUp && wireRules(scope, 'scaleUp', scaleUp),
    scaleDown: scaleDown && wireRules(scope, 'scaleDown', scaleDown),
  };
}

function wireRules(scope: Construct, direction: string, rules: ScalingRules): HPAScalingRules {
  const { stabilizationWindowSeconds: window, selectPolicy, policies, tolerance } = rules;
  if (policies?.length === 0) {
    misuse(scope, `the policies of ${direction} are an empty list`, 'give one, or leave the list out for the default');
  }
  return {
    stabilizationWindowSeconds: checkedOptional(scope, `stabilizationWindowSeconds of ${direction}`, window, 0, 3600),
    selectPolicy,
    policies: policies?.map(({ type, value, periodSeconds }) => ({
      type,
      value: checkedInteger(scope, `the value of a ${direction} policy`, value, 1),
      periodSeconds: checkedInteger(scope, `periodSeconds of a ${direction} policy`, periodSeconds, 1, 1800),
    })),
    tolerance: tolerance === undefined ? undefined : checkedTolerance(scope, direction, tolerance),
  };
}

function checkedTolerance(scope: Construct, direction: string, tolerance: string): string {
  const subject = `the tolerance of ${direction}`;
  if (parseQuantity(tolerance, subject, scope.node.path).nano < 0n) {
    misuse(scope, `${subject} is ${tolerance}`, 'give 0 or more, such as 0.05', 'invalid-quantity');
  }
  const { kubernetes, featureGates } = clusterOf(scope);
  if (!(featureGates[TOLERANCE_GATE] ?? compareText(kubernetes, TOLERANCE_MINOR) >= 0)) {
    const found = `${subject} is ${tolerance}, which Kubernetes ${kubernetes} drops without the feature gate ${TOLERANCE_GATE}`;
    misuse(scope, found, `leave it out, or turn the gate on and say so in fleet.yaml`);
  }
  return canonicalQuantity(tolerance) ?? tolerance;
}
