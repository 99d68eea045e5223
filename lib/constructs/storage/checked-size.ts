import type { Construct } from 'constructs';
import { canonicalQuantity } from '../../core/canonical-quantity';
import { parseQuantity } from '../../core/quantity';
import { misuse } from '../validation/misuse';

const NANO = 1_000_000_000n;

/**
 * A size of storage in the API server’s own form.
 *
 * @throws {BayplanError} `invalid-quantity` when the text is no quantity, not above zero, or no whole number of bytes:
 * `10m` is a hundredth of a byte, and was meant to be `10M` or `10Mi`.
 */
export function checkedSize(scope: Construct, subject: string, size: string): string {
  const { nano } = parseQuantity(size, subject, scope.node.path);
  if (nano <= 0n) misuse(scope, `${subject} is ${size}`, 'give more than zero, such as 10Gi', 'invalid-quantity');
  if (nano % NANO !== 0n) {
    misuse(
      scope,
      `${subject} is ${size}, not a whole number of bytes`,
      'write M or Mi for millions',
      'invalid-quantity',
    );
  }
  return canonicalQuantity(size) ?? size;
}
