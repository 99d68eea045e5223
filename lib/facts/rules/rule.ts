import type { CheckId } from '../../core/catalogue';
import type { FactPath } from '../fact-path';
import type { LayeredCluster } from '../layers/layered-cluster';

/** A fault of merged facts. */
export interface RuleProblem {
  /** `missing-key` is reported where the key belongs, everything else where the fact was written. */
  readonly check: CheckId;
  /** Path below the cluster. */
  readonly path: FactPath;
  /** Whether the key is at fault, not its value. @default false */
  readonly onKey?: boolean;
  /** Value found and what is allowed, without the path. */
  readonly message: string;
  readonly fix: string;
}

/** Judges what only the merged facts of a cluster tell. */
export type Rule = (cluster: LayeredCluster) => Iterable<RuleProblem>;
