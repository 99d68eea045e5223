/** How soon a person must look: `critical` now, `warning` in working hours, `info` when looking for a cause. */
export type Severity = 'critical' | 'warning' | 'info';

/** An alert in the form of Prometheus’s rule files. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: Severity };
  readonly annotations: { readonly summary: string; readonly description: string; readonly runbook_url: string };
}

/** A series that is computed ahead, so that alerts and dashboards share its definition and its cost. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Rules that are evaluated together, in order. */
export interface RuleGroup {
  readonly name: string;
  readonly interval?: string;
  readonly rules: readonly (AlertRule | RecordingRule)[];
}

/** What an author says of an alert; the rest follows from its name. */
export interface AlertProps {
  readonly severity: Severity;
  readonly expr: string;
  /** How long the expression must hold; absent means at once. */
  readonly for?: string;
  readonly summary: string;
  readonly description: string;
}

/** An alert with its runbook: one page an alert, found by its name. */
export function alert(name: string, props: AlertProps): AlertRule {
  return {
    alert: name,
    expr: props.expr,
    ...(props.for === undefined ? {} : { for: props.for }),
    labels: { severity: props.severity },
    annotations: {
      summary: props.summary,
      description: props.description,
      runbook_url: `https://runbooks.harbour.example.com/${name}`,
    },
  };
}
