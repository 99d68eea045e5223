import { alert, type RuleGroup } from './rule';

const KSM = 'job="kube-state-metrics"';

/** What runs in the cluster, seen through its controllers. */
export const WORKLOAD_ALERTS: RuleGroup = {
  name: 'workloads',
  rules: [
    alert('KubePodCrashLooping', {
      severity: 'warning',
      expr: `max_over_time(kube_pod_container_status_waiting_reason{${KSM}, reason="CrashLoopBackOff"}[5m]) >= 1`,
      for: '15m',
      summary: 'A container starts and fails again and again.',
      description:
        'Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} is in CrashLoopBackOff.',
    }),
    alert('KubePodNotReady', {
      severity: 'warning',
      expr:
        `max by (namespace, pod) (kube_pod_status_phase{${KSM}, phase=~"Pending|Unknown"}) > 0` +
        ` unless on (namespace, pod) kube_pod_owner{${KSM}, owner_kind="Job"}`,
      for: '15m',
      summary: 'A pod does not get to run.',
      description: '{{ $labels.namespace }}/{{ $labels.pod }} has been pending or unknown for 15 minutes.',
    }),
    alert('KubeContainerWaiting', {
      severity: 'warning',
      expr: `kube_pod_container_status_waiting_reason{${KSM}, reason!~"CrashLoopBackOff|ContainerCreating|PodInitializing"} > 0`,
      for: '1h',
      summary: 'A container has been waiting for an hour.',
      description:
        'Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} waits: {{ $labels.reason }}.',
    }),
    alert('KubeDeploymentReplicasMismatch', {
      severity: 'warning',
      expr:
        `(kube_deployment_spec_replicas{${KSM}} > kube_deployment_status_replicas_available{${KSM}})` +
        ` and changes(kube_deployment_status_replicas_updated{${KSM}}[10m]) == 0`,
      for: '15m',
      summary: 'A Deployment has fewer replicas than it should.',
      description: '{{ $labels.namespace }}/{{ $labels.deployment }} lacks replicas and makes no progress.',
    }),
    alert('KubeDeploymentRolloutStuck', {
      severity: 'warning',
      expr: `kube_deployment_status_condition{${KSM}, condition="Progressing", status="false"} != 0`,
      for: '15m',
      summary: 'A rollout does not progress.',
      description: '{{ $labels.namespace }}/{{ $labels.deployment }} exceeded its progress deadline.',
    }),
    alert('KubeStatefulSetReplicasMismatch', {
      severity: 'warning',
      expr:
        `(kube_statefulset_status_replicas_ready{${KSM}} != kube_statefulset_replicas{${KSM}})` +
        ` and changes(kube_statefulset_status_replicas_updated{${KSM}}[10m]) == 0`,
      for: '15m',
      summary: 'A StatefulSet has fewer ready replicas than it should.',
      description: '{{ $labels.namespace }}/{{ $labels.statefulset }} lacks replicas and makes no progress.',
    }),
    alert('KubeDaemonSetNotScheduled', {
      severity: 'warning',
      expr:
        `kube_daemonset_status_desired_number_scheduled{${KSM}}` +
        ` - kube_daemonset_status_current_number_scheduled{${KSM}} > 0`,
      for: '10m',
      summary: 'A DaemonSet misses nodes.',
      description: '{{ $value }} pods of {{ $labels.namespace }}/{{ $labels.daemonset }} are not scheduled.',
    }),
    alert('KubeJobFailed', {
      severity: 'warning',
      expr: `kube_job_failed{${KSM}, condition="true"} > 0`,
      for: '15m',
      summary: 'A Job failed.',
      description: '{{ $labels.namespace }}/{{ $labels.job_name }} failed; the Job stays until someone removes it.',
    }),
    alert('KubeHpaReplicasMismatch', {
      severity: 'warning',
      expr:
        `(kube_horizontalpodautoscaler_status_desired_replicas{${KSM}}` +
        ` != kube_horizontalpodautoscaler_status_current_replicas{${KSM}})` +
        ` and changes(kube_horizontalpodautoscaler_status_current_replicas{${KSM}}[15m]) == 0`,
      for: '15m',
      summary: 'An autoscaler cannot reach the number of replicas that it wants.',
      description: '{{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} has not moved for 15 minutes.',
    }),
    alert('KubeHpaMaxedOut', {
      severity: 'warning',
      expr:
        `(kube_horizontalpodautoscaler_status_current_replicas{${KSM}}` +
        ` == kube_horizontalpodautoscaler_spec_max_replicas{${KSM}})` +
        ` and (kube_horizontalpodautoscaler_spec_max_replicas{${KSM}}` +
        ` != kube_horizontalpodautoscaler_spec_min_replicas{${KSM}})`,
      for: '15m',
      summary: 'An autoscaler runs at its maximum.',
      description: '{{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} cannot grow any further.',
    }),
    alert('KubePdbNotEnoughHealthyPods', {
      severity: 'warning',
      expr:
        `kube_poddisruptionbudget_status_desired_healthy{${KSM}}` +
        ` - kube_poddisruptionbudget_status_current_healthy{${KSM}} > 0`,
      for: '15m',
      summary: 'A PodDisruptionBudget is not met.',
      description: '{{ $labels.namespace }}/{{ $labels.poddisruptionbudget }} lacks {{ $value }} healthy pods.',
    }),
    alert('CpuThrottlingHigh', {
      severity: 'info',
      expr: 'namespace_pod_container:container_cpu_throttled:ratio_rate5m > 0.25',
      for: '15m',
      summary: 'A container runs into its cpu limit.',
      description:
        '{{ $value | humanizePercentage }} of the periods of {{ $labels.container }} in' +
        ' {{ $labels.namespace }}/{{ $labels.pod }} are throttled.',
    }),
  ],
};
