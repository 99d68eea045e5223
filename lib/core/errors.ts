import type { CheckId } from './catalogue';

/**
 * Misuse of a construct or of the library: thrown where it happens, turned into a finding at the edge of a run.
 *
 * The message says, in this order: the subject (construct path first), the value found, what is allowed, what to do.
 */
export class BayplanError extends Error {
  override readonly name = 'BayplanError';
  /** The id in the catalogue: stable, while messages may change. */
  readonly code: CheckId;
  /** Path of the construct that was misused, such as `shop/frontend`; empty when no construct is involved. */
  readonly path: string;
  /** The value found and what is allowed, without the path. */
  readonly problem: string;
  /** What to do about it. */
  readonly fix: string;

  constructor(code: CheckId, details: { readonly path?: string; readonly message: string; readonly fix: string }) {
    const subject = details.path ? `${details.path}: ` : '';
    super(`${subject}${details.message}; ${details.fix} [${code}]`);
    this.code = code;
    this.path = details.path ?? '';
    this.problem = details.message;
    this.fix = details.fix;
  }
}
