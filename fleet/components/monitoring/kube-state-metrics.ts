import type { ResourceRule, WebServiceProps } from '../../../lib';

/** What is counted, by API group. Neither Secrets nor ConfigMaps: no rule asks for them. */
const RESOURCES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  '': [
    'namespaces',
    'nodes',
    'persistentvolumeclaims',
    'persistentvolumes',
    'pods',
    'replicationcontrollers',
    'resourcequotas',
    'services',
  ],
  apps: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'],
  autoscaling: ['horizontalpodautoscalers'],
  batch: ['cronjobs', 'jobs'],
  policy: ['poddisruptionbudgets'],
  'storage.k8s.io': ['storageclasses'],
};

/** Counts the objects of the cluster: one pod, because a second one would only count them twice. */
export const KUBE_STATE_METRICS: WebServiceProps = {
  image: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.20.0',
  args: ['--port=8080', '--telemetry-port=8081', `--resources=${Object.values(RESOURCES).flat().sort().join(',')}`],
  port: { name: 'metrics', number: 8080 },
  ports: [{ name: 'telemetry', number: 8081 }],
  replicas: 1,
  cpu: '10m',
  memory: '190Mi',
  memoryLimit: '250Mi',
  probes: {
    readiness: { http: '/readyz', port: 'telemetry' },
    liveness: { http: '/livez', port: 'metrics' },
  },
  access: {
    clusterRules: Object.entries(RESOURCES).map(
      ([group, resources]): ResourceRule => ({ apiGroups: [group], resources, verbs: ['list', 'watch'] }),
    ),
  },
  callers: [{ workload: 'prometheus' }],
};
