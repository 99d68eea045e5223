import type { Construct } from 'constructs';
import { FINDING_METADATA } from '../core/construct-keys';
import type { Finding } from '../core/finding';

/** What a construct says of itself; rendering adds cluster, component and construct path. */
export type ConstructFinding = Pick<Finding, 'check' | 'severity' | 'message' | 'fix'>;

/** Tells something without failing: the finding appears in the report of the run, at this construct’s path. */
export function report(scope: Construct, finding: ConstructFinding): void {
  scope.node.addMetadata(FINDING_METADATA, finding);
}
