import type { JsonObject } from '../../lib/core/json';
import { type App, labelsOf, metadataOf, selectorOf } from './app';
import type { Manifest } from './manifest';
import type { Scale } from './scale';

export function deployment(app: App): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadataOf(app),
    spec: {
      revisionHistoryLimit: 3,
      progressDeadlineSeconds: 600,
      selector: { matchLabels: selectorOf(app.name) },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: {
        metadata: { labels: labelsOf(app), annotations: { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true' } },
        spec: podSpec(app),
      },
    },
  };
}

function podSpec(app: App): JsonObject {
  return {
    serviceAccountName: app.name,
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: 30,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: selectorOf(app.name) },
      },
    ],
    containers: [container(app)],
    volumes: [
      { name: 'config', configMap: { name: app.name } },
      { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
    ],
  };
}

function container({ name, scale }: App): JsonObject {
  return {
    name: 'server',
    image: `registry.example.com/harbour/${name}:1.14.2`,
    args: ['--config=/etc/server/server.properties', '--listen=0.0.0.0:8080'],
    envFrom: [{ configMapRef: { name } }],
    env: [{ name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
    ports: [
      { name: 'http', containerPort: 8080 },
      { name: 'metrics', containerPort: 9090 },
    ],
    resources: resourcesOf(scale),
    readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5, failureThreshold: 3 },
    livenessProbe: { httpGet: { path: '/live', port: 'http' }, periodSeconds: 10, failureThreshold: 6 },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [
      { name: 'config', mountPath: '/etc/server', readOnly: true },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}

export function resourcesOf({ cpu, memory }: Scale): JsonObject {
  return { requests: { cpu, memory }, limits: { memory } };
}
