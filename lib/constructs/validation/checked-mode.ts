import type { Construct } from 'constructs';
import { misuse } from './misuse';

/**
 * Permissions of a file.
 *
 * @throws {BayplanError} `invalid-props` for more than nine bits, as of `755` that was meant as `0o755`.
 */
export function checkedMode(scope: Construct, subject: string, mode: number | undefined): number | undefined {
  if (mode === undefined || (Number.isInteger(mode) && mode >= 0 && mode <= 0o777)) return mode;
  return misuse(scope, `the mode of ${subject} is ${mode}, in octal 0o${mode.toString(8)}`, 'give 0o000 to 0o777');
}
