import type { Finding } from '../core/finding';
import { formatFinding, type GroupedFinding, groupFindings } from './finding-text';
import type { Paint } from './paint';

/** What the text needs to know of a run. */
export interface SynthesisReport {
  readonly findings: readonly Finding[];
  readonly clusters: number;
  readonly objects: number;
  readonly changes?: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
  };
  /** Whether the run only compared. */
  readonly check: boolean;
  /** The output folder as the user wrote it. */
  readonly out: string;
}

/** Files named in one report; further ones are counted. */
const SHOWN_FILES = 50;

/** The report of a run for people: findings first, then what changed, last one line that sums up. */
export function synthesisText(report: SynthesisReport, paint: Paint): string {
  const groups = groupFindings(report.findings);
  const lines = groups.map((group) => paint[group.finding.severity](formatFinding(group)));
  const { changes } = report;
  if (!changes) {
    lines.push(paint.error(`nothing written: ${count(errors(groups), 'error')}`));
    return `${lines.join('\n')}\n`;
  }
  if (report.check) lines.push(...fileLines(changes));
  lines.push(`${count(report.clusters, 'cluster')}, ${count(report.objects, 'object')}: ${summary(report, changes)}`);
  return `${lines.join('\n')}\n`;
}

function summary({ check, out }: SynthesisReport, changes: NonNullable<SynthesisReport['changes']>): string {
  const { added, changed, removed } = changes;
  const total = added.length + changed.length + removed.length;
  if (total === 0) return `${out} is up to date`;
  const details = `${added.length} added, ${changed.length} changed, ${removed.length} removed`;
  if (check) return `${out} differs in ${count(total, 'file')} (${details}); run bayplan synth and commit ${out}`;
  return `${count(total, 'file')} in ${out} (${details})`;
}

function fileLines({ added, changed, removed }: NonNullable<SynthesisReport['changes']>): readonly string[] {
  const lines = [
    ...changed.map((file) => `  changed  ${file}`),
    ...added.map((file) => `  missing  ${file}`),
    ...removed.map((file) => `  orphan   ${file}`),
  ];
  if (lines.length <= SHOWN_FILES) return lines;
  return [...lines.slice(0, SHOWN_FILES), `  and ${lines.length - SHOWN_FILES} more`];
}

function errors(groups: readonly GroupedFinding[]): number {
  return groups.filter(({ finding }) => finding.severity === 'error').length;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
