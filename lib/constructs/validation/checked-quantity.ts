import type { Construct } from 'constructs';
import { canonicalQuantity } from '../../core/canonical-quantity';
import { compareQuantities, parseQuantity, readQuantity } from '../../core/quantity';
import { misuse } from './misuse';

const NANO_IN_MILLI = 1_000_000n;

/** The few texts that a fleet uses, read once. */
const canonical = new Map<string, string>();

/**
 * A quantity in the API server’s own form.
 *
 * @param subject - what the quantity is of, such as `cpu`.
 * @throws {BayplanError} `invalid-quantity` when the text is no quantity, or is not above zero.
 */
export function checkedQuantity(scope: Construct, subject: string, text: string): string {
  const known = canonical.get(text);
  if (known !== undefined) return known;
  const { nano } = parseQuantity(text, subject, scope.node.path);
  if (nano <= 0n) {
    misuse(scope, `${subject} is ${text}`, 'give an amount above zero', 'invalid-quantity');
  }
  if (nano % NANO_IN_MILLI !== 0n) {
    const fix = 'give whole thousandths: the API server would round it up';
    misuse(scope, `${subject} is ${text}, finer than a thousandth`, fix, 'invalid-quantity');
  }
  const written = canonicalQuantity(text) ?? text;
  canonical.set(text, written);
  return written;
}

/** Whether the first of two quantities is the smaller one. */
export function isLess(a: string, b: string): boolean {
  if (a === b) return false;
  const [left, right] = [readQuantity(a), readQuantity(b)];
  return left !== undefined && right !== undefined && compareQuantities(left, right) < 0;
}
