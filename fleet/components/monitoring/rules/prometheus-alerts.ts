import { alert, type RuleGroup } from './rule';

/** Prometheus and what feeds it. */
export const PROMETHEUS_ALERTS: RuleGroup = {
  name: 'prometheus',
  rules: [
    alert('PrometheusBadConfig', {
      severity: 'critical',
      expr: 'max_over_time(prometheus_config_last_reload_successful{job="prometheus"}[5m]) == 0',
      for: '10m',
      summary: 'Prometheus could not load its configuration.',
      description: '{{ $labels.pod }} runs on an old configuration.',
    }),
    alert('PrometheusRuleFailures', {
      severity: 'critical',
      expr: 'increase(prometheus_rule_evaluation_failures_total{job="prometheus"}[5m]) > 0',
      for: '15m',
      summary: 'Rules cannot be evaluated.',
      description: 'Rules of group {{ $labels.rule_group }} fail in {{ $labels.pod }}.',
    }),
    alert('PrometheusNotIngesting', {
      severity: 'warning',
      expr: 'sum by (pod) (rate(prometheus_tsdb_head_samples_appended_total{job="prometheus"}[5m])) <= 0',
      for: '10m',
      summary: 'Prometheus takes in no samples.',
      description: '{{ $labels.pod }} has stored nothing for ten minutes.',
    }),
    alert('PrometheusTsdbFailures', {
      severity: 'warning',
      expr:
        'increase(prometheus_tsdb_compactions_failed_total{job="prometheus"}[3h]) > 0' +
        ' or increase(prometheus_tsdb_reloads_failures_total{job="prometheus"}[3h]) > 0',
      for: '4h',
      summary: 'Prometheus cannot compact or load its blocks.',
      description: '{{ $labels.pod }} has trouble with its storage.',
    }),
    alert('KubeStateMetricsErrors', {
      severity: 'critical',
      expr:
        'sum(rate(kube_state_metrics_list_total{job="kube-state-metrics-self", result="error"}[5m]))' +
        ' / sum(rate(kube_state_metrics_list_total{job="kube-state-metrics-self"}[5m])) > 0.01',
      for: '15m',
      summary: 'kube-state-metrics cannot list objects.',
      description: '{{ $value | humanizePercentage }} of its list calls fail, so its series are stale.',
    }),
  ],
};
