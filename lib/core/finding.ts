import type { CheckId } from './catalogue';
import { compareBy } from './compare';
import type { Place } from './place';

/** How bad a finding is: an `error` stops the run before anything is written. */
export type Severity = 'error' | 'warning' | 'info';

/** The object that a finding speaks of. */
export interface FindingObject {
  readonly cluster: string;
  readonly component?: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** One result of facts, constructs, rendering or delivery: plain data, text is made by `lib/report`. */
export interface Finding {
  readonly check: CheckId;
  readonly severity: Severity;
  /** Subject, value found and what is allowed; lower case, no full stop. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
  /** Where the value was written, when it was written in a file that we read. */
  readonly place?: Place;
  readonly cluster?: string;
  readonly component?: string;
  /** Path of the construct, such as `shop/frontend`. */
  readonly path?: string;
  readonly object?: FindingObject;
  /** JSON pointer into the object, such as `/spec/replicas`. */
  readonly pointer?: string;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Full order of findings, so that reports are the same on every machine: severity, place, cluster, component, rest. */
export const compareFindings = compareBy<Finding>(
  (finding) => SEVERITIES.indexOf(finding.severity),
  (finding) => finding.place?.file ?? '',
  (finding) => finding.place?.line ?? 0,
  (finding) => finding.place?.column ?? 0,
  (finding) => finding.cluster ?? finding.object?.cluster ?? '',
  (finding) => finding.component ?? finding.object?.component ?? '',
  (finding) => finding.path ?? '',
  (finding) => finding.check,
  ({ object }) => object?.kind ?? '',
  ({ object }) => object?.apiVersion ?? '',
  ({ object }) => object?.namespace ?? '',
  ({ object }) => object?.name ?? '',
  (finding) => finding.pointer ?? '',
  (finding) => finding.message,
  (finding) => finding.fix,
);

/** Whether any finding stops the run. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}
