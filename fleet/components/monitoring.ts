import { defineComponent, onPool, StatefulService, WebService } from '../../lib';
import { imageUser, isOnPremises } from '../traits';
import { KUBE_STATE_METRICS } from './monitoring/kube-state-metrics';
import { prometheusFiles } from './monitoring/prometheus-files';

const PROMETHEUS_USER = 65534;

/**
 * Prometheus without an operator, and the source of its numbers about objects. OpenShift is left out: it monitors itself,
 * and its node exporter holds the port of ours.
 */
export const monitoring = defineComponent({
  name: 'monitoring',
  namespace: { name: 'monitoring' },
  dependsOn: ['storage'],
  selects: (cluster) => cluster.platform !== 'openshift',
  render(chart, cluster) {
    new WebService(chart, 'kube-state-metrics', {
      ...KUBE_STATE_METRICS,
      podSecurityContext: imageUser(cluster, PROMETHEUS_USER),
    });

    const development = cluster.labels.tier === 'development';
    // Volumes of a site lie on one machine of its own.
    const onDisks = isOnPremises(cluster);
    new StatefulService(chart, 'prometheus', {
      image: 'quay.io/prometheus/prometheus:v3.14.0',
      args: [
        '--config.file=/etc/prometheus/prometheus.yml',
        '--storage.tsdb.path=/prometheus',
        '--storage.tsdb.retention.time=15d',
        // Four fifths of the volume: the log of what is not yet in blocks needs room too.
        `--storage.tsdb.retention.size=${development ? '8GB' : '40GB'}`,
      ],
      ports: [{ name: 'http', number: 9090 }],
      replicas: development || onDisks ? 1 : 2,
      cpu: development ? '100m' : '500m',
      memory: development ? '1Gi' : '2Gi',
      memoryLimit: development ? '2Gi' : '4Gi',
      config: {
        files: Object.fromEntries(
          Object.entries(prometheusFiles(cluster)).map(([name, text]) => [`/etc/prometheus/${name}`, text]),
        ),
      },
      claimTemplates: { data: { size: development ? '10Gi' : '50Gi', storageClass: 'lasting' } },
      mounts: { '/prometheus': 'data' },
      probes: {
        readiness: { http: '/-/ready' },
        liveness: { http: '/-/healthy' },
        // After a crash it reads its log again, which takes minutes.
        startup: { http: '/-/ready', periodSeconds: 15, failureThreshold: 60 },
      },
      terminationGracePeriodSeconds: 300,
      access: {
        clusterRules: [
          { apiGroups: [''], resources: ['nodes', 'pods', 'services'], verbs: ['get', 'list', 'watch'] },
          { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
          { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
          { nonResourceURLs: ['/metrics'], verbs: ['get'] },
        ],
      },
      podSecurityContext: imageUser(cluster, PROMETHEUS_USER),
      ...(onDisks ? { placement: onPool('stores') } : {}),
    });
  },
});
