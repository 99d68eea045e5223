import { alert, type RuleGroup } from './rule';

/** Where our own metrics-server runs: the input of every autoscaler that reads cpu or memory. */
export const METRICS_SERVER_ALERTS: RuleGroup = {
  name: 'metrics-server',
  rules: [
    alert('MetricsServerKubeletErrors', {
      severity: 'warning',
      expr:
        'sum(rate(metrics_server_kubelet_request_total{job="metrics-server", success="false"}[5m]))' +
        ' / sum(rate(metrics_server_kubelet_request_total{job="metrics-server"}[5m])) > 0.1',
      for: '15m',
      summary: 'metrics-server cannot read kubelets.',
      description: '{{ $value | humanizePercentage }} of its requests fail: autoscalers lack their input.',
    }),
  ],
};

/** Where our own cluster autoscaler runs. */
export const CLUSTER_AUTOSCALER_ALERTS: RuleGroup = {
  name: 'cluster-autoscaler',
  rules: [
    alert('ClusterAutoscalerUnsafe', {
      severity: 'critical',
      expr: 'max(cluster_autoscaler_cluster_safe_to_autoscale{job="cluster-autoscaler"}) == 0',
      for: '15m',
      summary: 'The cluster autoscaler has stopped scaling.',
      description: 'Too many nodes are unready for it to act.',
    }),
    alert('ClusterAutoscalerUnschedulablePods', {
      severity: 'warning',
      expr: 'max(cluster_autoscaler_unschedulable_pods_count{job="cluster-autoscaler"}) > 0',
      for: '20m',
      summary: 'Pods wait for nodes that do not come.',
      description: '{{ $value }} pods have been unschedulable for 20 minutes.',
    }),
    alert('ClusterAutoscalerFailedScaleUps', {
      severity: 'warning',
      expr: 'sum by (reason) (increase(cluster_autoscaler_failed_scale_ups_total{job="cluster-autoscaler"}[15m])) > 0',
      for: '15m',
      summary: 'The cloud refuses nodes.',
      description: 'Adding nodes fails: {{ $labels.reason }}.',
    }),
  ],
};
