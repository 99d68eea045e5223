import { defineComponent, kubeObject, NodeAgent, tolerateEverything } from '../../lib';

/** Devices and mounts that come and go with pods: they would be series without end. */
const POD_DEVICES = '^(veth.*|cali.*|cilium.*|lxc.*|eni.*|gke.*|[a-f0-9]{15})$';
const POD_MOUNTS =
  '^/(dev|proc|run/credentials/.+|sys|var/lib/docker/.+|var/lib/containers/storage/.+|var/lib/kubelet/.+|run/containerd/.+)($|/)';

/**
 * Numbers of the machines themselves. It looks at the node’s network, processes and file system, so its namespace is
 * privileged and holds nothing else.
 */
export const nodeExporter = defineComponent({
  name: 'node-exporter',
  namespace: { name: 'node-exporter', podSecurity: 'privileged' },
  selects: (cluster) => cluster.platform !== 'openshift',
  render(chart, cluster) {
    new NodeAgent(chart, 'node-exporter', {
      image: 'quay.io/prometheus/node-exporter:v1.12.1',
      args: [
        '--path.procfs=/host/proc',
        '--path.sysfs=/host/sys',
        '--path.rootfs=/host/root',
        '--path.udev.data=/host/root/run/udev/data',
        '--no-collector.wifi',
        `--collector.filesystem.mount-points-exclude=${POD_MOUNTS}`,
        `--collector.netclass.ignored-devices=${POD_DEVICES}`,
        `--collector.netdev.device-exclude=${POD_DEVICES}`,
      ],
      ports: [{ name: 'metrics', number: 9100 }],
      cpu: '100m',
      memory: '64Mi',
      memoryLimit: '128Mi',
      podSecurity: 'privileged',
      hostNetwork: true,
      hostPID: true,
      podSecurityContext: {
        runAsNonRoot: true,
        runAsUser: 65534,
        runAsGroup: 65534,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      securityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'], add: ['SYS_TIME'] },
        readOnlyRootFilesystem: true,
      },
      volumes: {
        proc: { hostPath: '/proc' },
        sys: { hostPath: '/sys' },
        root: { hostPath: '/' },
      },
      mounts: {
        '/host/proc': { volume: 'proc', readOnly: true },
        '/host/sys': { volume: 'sys', readOnly: true },
        '/host/root': { volume: 'root', readOnly: true, mountPropagation: 'HostToContainer' },
      },
      probes: { readiness: { http: '/' }, liveness: { http: '/' } },
      placement: [tolerateEverything(), { priorityClassName: 'system-node-critical' }],
    });

    // GKE lets pods have a system priority only where a quota says so.
    if (cluster.platform === 'gke') {
      kubeObject(chart, 'critical-pods', {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'critical-pods' },
        spec: {
          hard: { pods: '1k' },
          scopeSelector: {
            matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['system-node-critical'] }],
          },
        },
      });
    }
  },
});
