import type { Construct } from 'constructs';
import type { LabelSelector } from '../../../imports/k8s';
import { checkedLabelKey, checkedLabels } from './checked-labels';
import { misuse } from './misuse';

/**
 * A label selector that the API server accepts.
 *
 * @throws {BayplanError} `invalid-props` for keys and values that no label can have, an unknown operator, and values
 * where the operator takes none or needs some.
 */
export function checkedSelector(scope: Construct, subject: string, selector: LabelSelector): LabelSelector {
  if (selector.matchLabels) checkedLabels(scope, subject, selector.matchLabels);
  for (const { key, operator, values = [] } of selector.matchExpressions ?? []) {
    checkedLabelKey(scope, subject, key);
    const found = `${subject} selects by ${key} ${operator} [${values.join(', ')}]`;
    if (operator === 'In' || operator === 'NotIn') {
      if (values.length === 0) misuse(scope, found, `give ${operator} at least one value`);
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      if (values.length > 0) misuse(scope, found, `leave the values of ${operator} out`);
    } else {
      misuse(scope, found, 'use In, NotIn, Exists or DoesNotExist');
    }
  }
  return selector;
}

/** Whether a selector has no condition at all. */
export function isEmptySelector(selector: LabelSelector): boolean {
  return Object.keys(selector.matchLabels ?? {}).length === 0 && (selector.matchExpressions ?? []).length === 0;
}

/** Whether a selector has a condition on a label’s key. */
export function selectsBy(selector: LabelSelector, key: string): boolean {
  if (selector.matchLabels?.[key] !== undefined) return true;
  return selector.matchExpressions?.some((expression) => expression.key === key) ?? false;
}
