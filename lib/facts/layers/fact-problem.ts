import type { CheckId } from '../../core/catalogue';
import type { FactPath } from '../fact-path';

/** A fault of the facts before it becomes a finding: its path in the file and where to point. */
export interface FactProblem {
  readonly check: CheckId;
  readonly path: FactPath;
  readonly offset: number;
  /** Value found and what is allowed, without the path. */
  readonly message: string;
  readonly fix: string;
  /** The cluster on whose merged facts it was found; absent when the layer alone is at fault. */
  readonly cluster?: string;
}
