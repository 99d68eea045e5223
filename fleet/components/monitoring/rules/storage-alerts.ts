import { alert, type RuleGroup } from './rule';

const KUBELET = 'job="kubelet", metrics_path="/metrics"';
const FREE = `kubelet_volume_stats_available_bytes{${KUBELET}} / kubelet_volume_stats_capacity_bytes{${KUBELET}}`;

/** Volumes: how full they are, and whether they bind. */
export const STORAGE_ALERTS: RuleGroup = {
  name: 'storage',
  rules: [
    alert('KubePersistentVolumeFillingUp', {
      severity: 'critical',
      expr: `${FREE} < 0.03`,
      for: '1m',
      summary: 'A volume is nearly full.',
      description:
        'Claim {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} has {{ $value | humanizePercentage }} left.',
    }),
    alert('KubePersistentVolumeFullInFourDays', {
      severity: 'warning',
      expr:
        `(${FREE} < 0.15)` +
        ` and predict_linear(kubelet_volume_stats_available_bytes{${KUBELET}}[6h], 4 * 24 * 60 * 60) < 0`,
      for: '1h',
      summary: 'A volume will be full within four days.',
      description:
        'Claim {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} has {{ $value | humanizePercentage }} left.',
    }),
    alert('KubePersistentVolumeErrors', {
      severity: 'critical',
      expr: 'kube_persistentvolume_status_phase{job="kube-state-metrics", phase=~"Failed|Pending"} > 0',
      for: '5m',
      summary: 'A volume cannot be provisioned or reclaimed.',
      description: 'Volume {{ $labels.persistentvolume }} is {{ $labels.phase }}.',
    }),
    alert('KubePersistentVolumeClaimPending', {
      severity: 'warning',
      expr: 'kube_persistentvolumeclaim_status_phase{job="kube-state-metrics", phase="Pending"} > 0',
      for: '15m',
      summary: 'A claim gets no volume.',
      description: 'Claim {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} has been pending for 15 minutes.',
    }),
  ],
};
