import { alert, type RuleGroup } from './rule';

/** The API server and the kubelets: what every platform lets us see. */
export const CONTROL_PLANE_ALERTS: RuleGroup = {
  name: 'control-plane',
  rules: [
    alert('KubeApiErrorsHigh', {
      severity: 'critical',
      expr:
        'sum(rate(apiserver_request_total{job="apiserver", code=~"5.."}[5m]))' +
        ' / sum(rate(apiserver_request_total{job="apiserver"}[5m])) > 0.05',
      for: '10m',
      summary: 'The API server answers with errors.',
      description: '{{ $value | humanizePercentage }} of the requests fail.',
    }),
    alert('KubeAggregatedApiDown', {
      severity: 'warning',
      expr: '(1 - max by (name) (avg_over_time(aggregator_unavailable_apiservice{job="apiserver"}[10m]))) * 100 < 85',
      for: '5m',
      summary: 'An aggregated API is not available.',
      description: '{{ $labels.name }} was available {{ $value | humanize }} % of the last ten minutes.',
    }),
    alert('KubeClientCertificateExpiration', {
      severity: 'warning',
      expr:
        'histogram_quantile(0.01, sum by (le) (rate(apiserver_client_certificate_expiration_seconds_bucket{job="apiserver"}[5m])))' +
        ' < 7 * 24 * 60 * 60 and sum(apiserver_client_certificate_expiration_seconds_count{job="apiserver"}) > 0',
      for: '5m',
      summary: 'A client certificate expires within a week.',
      description: 'Some client of the API server uses a certificate that expires within a week.',
    }),
    alert('KubeletPlegSlow', {
      severity: 'warning',
      expr: 'histogram_quantile(0.99, sum by (node, le) (rate(kubelet_pleg_relist_duration_seconds_bucket{job="kubelet"}[5m]))) >= 10',
      for: '5m',
      summary: 'A kubelet takes long to look at its containers.',
      description: 'Listing containers takes {{ $value | humanizeDuration }} on node {{ $labels.node }}.',
    }),
  ],
};
