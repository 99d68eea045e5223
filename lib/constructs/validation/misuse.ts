import type { Construct } from 'constructs';
import type { CheckId } from '../../core/catalogue';
import { BayplanError } from '../../core/errors';

/**
 * Refuses what a construct was given.
 *
 * @param message - the value found and what is allowed.
 * @param fix - what to do about it.
 * @throws {BayplanError} always, with the construct’s path.
 */
export function misuse(scope: Construct, message: string, fix: string, code: CheckId = 'invalid-props'): never {
  throw new BayplanError(code, { path: scope.node.path, message, fix });
}
