import type { RuleGroup } from './rule';

/** Use of cpu and memory by container and node, and what pods asked for by namespace. */
export const RECORDINGS: readonly RuleGroup[] = [
  {
    name: 'container-recordings',
    rules: [
      {
        record: 'namespace_pod_container:container_cpu_usage_seconds:rate5m',
        expr: 'sum by (namespace, pod, container) (rate(container_cpu_usage_seconds_total{job="cadvisor", container!=""}[5m]))',
      },
      {
        record: 'namespace_pod_container:container_memory_working_set_bytes:sum',
        expr: 'sum by (namespace, pod, container) (container_memory_working_set_bytes{job="cadvisor", container!=""})',
      },
      {
        record: 'namespace_pod_container:container_cpu_throttled:ratio_rate5m',
        expr:
          'sum by (namespace, pod, container) (rate(container_cpu_cfs_throttled_periods_total{job="cadvisor", container!=""}[5m]))' +
          ' / sum by (namespace, pod, container) (rate(container_cpu_cfs_periods_total{job="cadvisor", container!=""}[5m]))',
      },
    ],
  },
  {
    name: 'request-recordings',
    rules: [
      {
        record: 'namespace_resource:kube_pod_container_resource_requests:sum',
        expr:
          'sum by (namespace, resource) (kube_pod_container_resource_requests{job="kube-state-metrics"}' +
          ' * on (namespace, pod) group_left () max by (namespace, pod)' +
          ' (kube_pod_status_phase{job="kube-state-metrics", phase=~"Pending|Running"} == 1))',
      },
      {
        record: 'resource:kube_node_status_allocatable:sum',
        expr: 'sum by (resource) (kube_node_status_allocatable{job="kube-state-metrics"})',
      },
    ],
  },
  {
    name: 'node-recordings',
    rules: [
      {
        record: 'instance:node_cpu_utilisation:ratio_rate5m',
        expr:
          '1 - avg by (instance) (sum by (instance, cpu)' +
          ' (rate(node_cpu_seconds_total{job="node-exporter", mode=~"idle|iowait|steal"}[5m])))',
      },
      {
        record: 'instance:node_memory_utilisation:ratio',
        expr:
          '1 - node_memory_MemAvailable_bytes{job="node-exporter"}' +
          ' / node_memory_MemTotal_bytes{job="node-exporter"}',
      },
    ],
  },
];
