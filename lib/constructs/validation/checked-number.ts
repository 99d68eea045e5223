import type { Construct } from 'constructs';
import { misuse } from './misuse';

/** The largest value of the API’s int32 fields. */
const MAX_INT32 = 2_147_483_647;

/**
 * A whole number within bounds, both inclusive.
 *
 * @throws {BayplanError} `invalid-props` when the value is not whole or outside the bounds.
 */
export function checkedInteger(scope: Construct, subject: string, value: number, min: number, max = MAX_INT32): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  const allowed = max === MAX_INT32 ? `, ${min} or more` : ` from ${min} to ${max}`;
  return misuse(scope, `${subject} is ${value}`, min === max ? `give ${min}` : `give a whole number${allowed}`);
}

/** As `checkedInteger`, where the value may be absent. */
export function checkedOptional(
  scope: Construct,
  subject: string,
  value: number | undefined,
  min: number,
  max = MAX_INT32,
): number | undefined {
  return value === undefined ? undefined : checkedInteger(scope, subject, value, min, max);
}

/**
 * A count of pods, or a percentage of them such as `25%`.
 *
 * @throws {BayplanError} `invalid-props` when it is neither.
 */
export function checkedShare(scope: Construct, subject: string, value: number | string): number | string {
  if (typeof value === 'number') return checkedInteger(scope, subject, value, 0);
  if (/^(100|[1-9]?\d)%$/.test(value)) return value;
  return misuse(scope, `${subject} is "${value}"`, 'give a whole number or a percentage from 0% to 100%');
}

/** Whether a share is nothing. */
export function isZero(share: number | string): boolean {
  return share === 0 || share === '0%';
}
