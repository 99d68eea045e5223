import type { Construct } from 'constructs';
import type { Toleration as WireToleration } from '../../../imports/k8s';
import { isLabelValue } from '../../core/names';
import { checkedLabelKey } from '../validation/checked-labels';
import { checkedOptional } from '../validation/checked-number';
import { misuse } from '../validation/misuse';
import type { Toleration } from './placement';

/**
 * A toleration in wire form.
 *
 * The list of a pod is replaced as a whole by server-side apply, so each is written as the API server keeps it: with its
 * operator, without empty texts.
 *
 * @throws {BayplanError} `invalid-props`
 */
export function wireToleration(scope: Construct, toleration: Toleration): WireToleration {
  const key = 'key' in toleration ? toleration.key : undefined;
  const value = 'value' in toleration ? toleration.value : undefined;
  const seconds = 'tolerationSeconds' in toleration ? toleration.tolerationSeconds : undefined;
  const { operator = 'Equal', effect } = toleration;
  const subject = key === undefined ? 'the toleration of every key' : `the toleration of ${key}`;
  if (key !== undefined) checkedLabelKey(scope, 'a toleration', key);
  if (key === undefined && operator !== 'Exists')
    misuse(scope, `${subject} has the operator ${operator}`, 'use Exists');
  if (value !== undefined && operator === 'Exists') {
    misuse(scope, `${subject} has the operator Exists and the value "${value}"`, 'leave the value out, or use Equal');
  }
  if (value !== undefined && !isLabelValue(value)) {
    misuse(scope, `${subject} has the value "${value}"`, 'use at most 63 of A-Z, a-z, 0-9, -, _ and .');
  }
  if (seconds !== undefined && effect !== 'NoExecute') {
    misuse(scope, `${subject} has tolerationSeconds for ${effect ?? 'every effect'}`, 'give the effect NoExecute');
  }
  return {
    key,
    operator,
    value: value === '' ? undefined : value,
    effect,
    tolerationSeconds: checkedOptional(scope, `tolerationSeconds of ${subject}`, seconds, 0),
  };
}
