import { defineComponent, HOSTNAME, kubeObject, WebService } from '../../lib';
import { bringsResourceMetrics, imageUser, kubeletsAreVerifiable } from '../traits';

const API = 'v1beta1.metrics.k8s.io';

/** Use of cpu and memory by pods and nodes, which autoscalers and `kubectl top` read; where the platform brings none. */
export const metricsServer = defineComponent({
  name: 'metrics-server',
  namespace: 'kube-system',
  selects: (cluster) => !bringsResourceMetrics(cluster),
  render(chart, cluster) {
    new WebService(chart, 'metrics-server', {
      image: 'registry.k8s.io/metrics-server/metrics-server:v0.8.1',
      args: [
        '--secure-port=10250',
        '--cert-dir=/tmp',
        '--kubelet-preferred-address-types=InternalIP,ExternalIP,Hostname',
        '--kubelet-use-node-status-port',
        '--metric-resolution=15s',
        ...(kubeletsAreVerifiable(cluster) ? [] : ['--kubelet-insecure-tls']),
      ],
      port: { name: 'https', number: 10250, servicePort: 443 },
      replicas: 2,
      // One of two must stay while the other is replaced.
      strategy: { type: 'RollingUpdate', maxUnavailable: 1, maxSurge: 0 },
      cpu: '100m',
      memory: '200Mi',
      probes: {
        readiness: { http: '/readyz', scheme: 'HTTPS', initialDelaySeconds: 20 },
        liveness: { http: '/livez', scheme: 'HTTPS' },
      },
      // In memory: files on the node’s disk would keep the node from being removed.
      volumes: { tmp: { emptyDir: { medium: 'Memory', sizeLimit: '8Mi' } } },
      mounts: { '/tmp': 'tmp' },
      access: {
        clusterRules: [
          { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
          {
            apiGroups: [''],
            resources: ['configmaps', 'namespaces', 'nodes', 'pods'],
            verbs: ['get', 'list', 'watch'],
          },
        ],
        roles: [
          { clusterRole: 'system:auth-delegator', clusterWide: true },
          { role: 'extension-apiserver-authentication-reader', namespace: 'kube-system' },
        ],
      },
      // The API server calls from an address that no policy can name.
      callers: ['anywhere'],
      podSecurityContext: imageUser(cluster, 1000),
      placement: { priorityClassName: 'system-cluster-critical', requiredApart: [{ topologyKey: HOSTNAME }] },
    });

    kubeObject(chart, 'metrics-reader', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: {
        name: 'metrics-reader',
        labels: {
          'rbac.authorization.k8s.io/aggregate-to-admin': 'true',
          'rbac.authorization.k8s.io/aggregate-to-edit': 'true',
          'rbac.authorization.k8s.io/aggregate-to-view': 'true',
        },
      },
      rules: [{ apiGroups: ['metrics.k8s.io'], resources: ['nodes', 'pods'], verbs: ['get', 'list', 'watch'] }],
    });
    kubeObject(chart, 'api', {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: API },
      spec: {
        group: 'metrics.k8s.io',
        version: 'v1beta1',
        groupPriorityMinimum: 100,
        versionPriority: 100,
        service: { name: 'metrics-server', namespace: 'kube-system', port: 443 },
        // It signs its own certificate at every start.
        insecureSkipTLSVerify: true,
      },
    });
  },
});
