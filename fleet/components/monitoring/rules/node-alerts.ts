import { alert, type RuleGroup } from './rule';

const KSM = 'job="kube-state-metrics"';
const NODE = 'job="node-exporter"';
const FILESYSTEM = `${NODE}, fstype!="", mountpoint!=""`;

/** Nodes: what Kubernetes says of them, and what the machine itself reports. */
export const NODE_ALERTS: RuleGroup = {
  name: 'nodes',
  rules: [
    alert('KubeNodeNotReady', {
      severity: 'warning',
      expr: `kube_node_status_condition{${KSM}, condition="Ready", status="true"} == 0`,
      for: '15m',
      summary: 'A node is not ready.',
      description: 'Node {{ $labels.node }} has been unready for 15 minutes.',
    }),
    alert('KubeNodePressure', {
      severity: 'info',
      expr: `kube_node_status_condition{${KSM}, condition=~"MemoryPressure|DiskPressure|PIDPressure", status="true"} == 1`,
      for: '10m',
      summary: 'A node runs out of a resource.',
      description: 'Node {{ $labels.node }} reports {{ $labels.condition }}; pods may be evicted.',
    }),
    alert('KubeMemoryOvercommit', {
      severity: 'warning',
      expr:
        'sum(namespace_resource:kube_pod_container_resource_requests:sum{resource="memory"})' +
        ' > sum(resource:kube_node_status_allocatable:sum{resource="memory"})' +
        ` - max(kube_node_status_allocatable{${KSM}, resource="memory"})`,
      for: '10m',
      summary: 'The cluster cannot lose its largest node.',
      description: 'Pods request more memory than all nodes but the largest have.',
    }),
    alert('NodeFilesystemSpaceFillingUp', {
      severity: 'warning',
      expr:
        `(node_filesystem_avail_bytes{${FILESYSTEM}} / node_filesystem_size_bytes{${FILESYSTEM}} < 0.15)` +
        ` and (predict_linear(node_filesystem_avail_bytes{${FILESYSTEM}}[6h], 24 * 60 * 60) < 0)` +
        ` and (node_filesystem_readonly{${FILESYSTEM}} == 0)`,
      for: '1h',
      summary: 'A file system of a node will be full within a day.',
      description: '{{ $labels.mountpoint }} on {{ $labels.instance }} has {{ $value | humanizePercentage }} left.',
    }),
    alert('NodeFilesystemAlmostOutOfSpace', {
      severity: 'critical',
      expr:
        `(node_filesystem_avail_bytes{${FILESYSTEM}} / node_filesystem_size_bytes{${FILESYSTEM}} < 0.03)` +
        ` and (node_filesystem_readonly{${FILESYSTEM}} == 0)`,
      for: '30m',
      summary: 'A file system of a node is nearly full.',
      description: '{{ $labels.mountpoint }} on {{ $labels.instance }} has {{ $value | humanizePercentage }} left.',
    }),
    alert('NodeMemoryHigh', {
      severity: 'warning',
      expr: 'instance:node_memory_utilisation:ratio > 0.9',
      for: '15m',
      summary: 'A node uses nearly all of its memory.',
      description: '{{ $labels.instance }} uses {{ $value | humanizePercentage }} of its memory.',
    }),
    alert('NodeCpuHigh', {
      severity: 'info',
      expr: 'instance:node_cpu_utilisation:ratio_rate5m > 0.9',
      for: '15m',
      summary: 'A node uses nearly all of its cpu.',
      description: '{{ $labels.instance }} uses {{ $value | humanizePercentage }} of its cpu.',
    }),
    alert('NodeClockNotSynchronising', {
      severity: 'warning',
      expr: `min_over_time(node_timex_sync_status{${NODE}}[5m]) == 0 and node_timex_maxerror_seconds{${NODE}} >= 16`,
      for: '10m',
      summary: 'The clock of a node is not synchronised.',
      description: '{{ $labels.instance }} has lost its time source; certificates and tokens will fail.',
    }),
  ],
};
