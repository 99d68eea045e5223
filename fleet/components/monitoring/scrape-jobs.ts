import type { Cluster } from '../../../lib';
import { bringsResourceMetrics, kubeletsAreVerifiable, runsClusterAutoscaler } from '../../traits';

/** A rule that rewrites or drops targets or samples, as Prometheus reads it. */
export interface RelabelRule {
  readonly source_labels?: readonly string[];
  readonly regex?: string;
  readonly target_label?: string;
  readonly replacement?: string;
  readonly action?: 'keep' | 'drop' | 'labeldrop';
}

/** One kind of targets, as Prometheus reads it. */
export interface ScrapeJob {
  readonly job_name: string;
  readonly honor_labels?: boolean;
  readonly scheme?: 'http' | 'https';
  readonly metrics_path?: string;
  readonly authorization?: { readonly credentials_file: string };
  readonly tls_config?: {
    readonly ca_file?: string;
    readonly server_name?: string;
    readonly insecure_skip_verify?: boolean;
  };
  readonly kubernetes_sd_configs: readonly {
    readonly role: 'node' | 'pod' | 'endpointslice';
    readonly namespaces?: { readonly names: readonly string[] };
  }[];
  readonly relabel_configs?: readonly RelabelRule[];
  readonly metric_relabel_configs?: readonly RelabelRule[];
}

const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
const CA = { ca_file: `${ACCOUNT}/ca.crt` };
const TOKEN = { credentials_file: `${ACCOUNT}/token` };

/** Buckets of the API server’s latencies that no rule reads; they are most of its series. */
const UNREAD_BUCKETS =
  'apiserver_request_(sli_)?duration_seconds_bucket|etcd_request_duration_seconds_bucket|' +
  'apiserver_(request_body_size_bytes|response_sizes|watch_events_sizes)_bucket';

/** Series of cAdvisor that describe cgroups, not load. */
const UNREAD_CGROUPS =
  'container_(tasks_state|memory_failures_total|file_descriptors|sockets|threads|threads_max|ulimits_soft|last_seen|start_time_seconds|spec_.*|blkio_.*)';

/**
 * What Prometheus reads in a cluster. Rules name these jobs; a job that the cluster has nothing for is not there, and
 * neither are its rules.
 */
export function scrapeJobs(cluster: Cluster): readonly ScrapeJob[] {
  const kubeletTls = kubeletsAreVerifiable(cluster) ? CA : { insecure_skip_verify: true };
  return [
    {
      job_name: 'apiserver',
      scheme: 'https',
      authorization: TOKEN,
      tls_config: { ...CA, server_name: 'kubernetes' },
      kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: { names: ['default'] } }],
      relabel_configs: [keepService('kubernetes', 'https')],
      metric_relabel_configs: [{ source_labels: ['__name__'], regex: UNREAD_BUCKETS, action: 'drop' }],
    },
    kubelet('kubelet', '/metrics', kubeletTls),
    {
      ...kubelet('cadvisor', '/metrics/cadvisor', kubeletTls),
      metric_relabel_configs: [
        { source_labels: ['__name__'], regex: UNREAD_CGROUPS, action: 'drop' },
        { source_labels: ['pod'], regex: '', action: 'drop' },
      ],
    },
    {
      job_name: 'kube-state-metrics',
      // Its series name the pods and namespaces that they are about.
      honor_labels: true,
      kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: { names: ['monitoring'] } }],
      relabel_configs: [keepService('kube-state-metrics', 'metrics')],
    },
    {
      job_name: 'kube-state-metrics-self',
      kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: { names: ['monitoring'] } }],
      relabel_configs: [keepService('kube-state-metrics', 'telemetry')],
    },
    {
      job_name: 'node-exporter',
      kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: ['node-exporter'] } }],
      relabel_configs: [
        { source_labels: ['__meta_kubernetes_pod_container_port_name'], regex: 'metrics', action: 'keep' },
        { source_labels: ['__meta_kubernetes_pod_node_name'], target_label: 'instance' },
      ],
    },
    {
      job_name: 'prometheus',
      kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: { names: ['monitoring'] } }],
      relabel_configs: [keepService('prometheus', 'http'), POD],
    },
    ...(bringsResourceMetrics(cluster) ? [] : [METRICS_SERVER]),
    ...(runsClusterAutoscaler(cluster) ? [CLUSTER_AUTOSCALER] : []),
  ];
}

const POD: RelabelRule = { source_labels: ['__meta_kubernetes_pod_name'], target_label: 'pod' };

const METRICS_SERVER: ScrapeJob = {
  job_name: 'metrics-server',
  scheme: 'https',
  authorization: TOKEN,
  // It signs its own certificate at every start.
  tls_config: { insecure_skip_verify: true },
  kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: { names: ['kube-system'] } }],
  relabel_configs: [keepService('metrics-server', 'https'), POD],
};

const CLUSTER_AUTOSCALER: ScrapeJob = {
  job_name: 'cluster-autoscaler',
  kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: ['kube-system'] } }],
  relabel_configs: [
    {
      source_labels: [
        '__meta_kubernetes_pod_label_app_kubernetes_io_name',
        '__meta_kubernetes_pod_container_port_name',
      ],
      regex: 'cluster-autoscaler;metrics',
      action: 'keep',
    },
    POD,
  ],
};

/** Both paths of the kubelet; rules tell them apart by job and path. */
function kubelet(job: string, path: string, tls: ScrapeJob['tls_config'] & object): ScrapeJob {
  return {
    job_name: job,
    scheme: 'https',
    metrics_path: path,
    authorization: TOKEN,
    tls_config: tls,
    kubernetes_sd_configs: [{ role: 'node' }],
    relabel_configs: [
      { source_labels: ['__meta_kubernetes_node_name'], target_label: 'node' },
      { source_labels: ['__meta_kubernetes_node_name'], target_label: 'instance' },
      { source_labels: ['__metrics_path__'], target_label: 'metrics_path' },
    ],
  };
}

function keepService(service: string, port: string): RelabelRule {
  return {
    source_labels: ['__meta_kubernetes_service_name', '__meta_kubernetes_endpointslice_port_name'],
    regex: `${service};${port}`,
    action: 'keep',
  };
}
