import { JsonPatch } from 'cdk8s';
import { labelAbove, labelIn, labelNotIn } from '../../../lib/constructs/placement/node-requirement';
import { onPool, preferNodes, requireNodes } from '../../../lib/constructs/placement/placements';
import { Worker, type WorkerProps } from '../../../lib/constructs/workload/worker';
import { cluster, nodePool } from '../../support/clusters';
import { renderChart } from '../../support/render-chart';
import { renderYaml } from '../../support/render-yaml';

const MINIMAL: WorkerProps = { image: 'worker:1', cpu: '100m', memory: '128Mi' };

test('a worker serves nobody and talks to anybody', () => {
  expect(renderYaml((chart) => new Worker(chart, 'mailer', MINIMAL))).toMatchSnapshot();
});

test('a worker with access has a token, roles and bindings', () => {
  const yaml = renderYaml(
    (chart) =>
      new Worker(chart, 'controller', {
        ...MINIMAL,
        access: {
          rules: [{ apiGroups: [''], resources: ['configmaps'], resourceNames: ['state'], verbs: ['get', 'update'] }],
          clusterRules: [
            { apiGroups: ['', 'apps'], resources: ['pods', 'deployments'], verbs: ['get', 'list', 'watch'] },
            { nonResourceURLs: ['/metrics'], verbs: ['get'] },
          ],
          roles: [
            { clusterRole: 'system:auth-delegator', clusterWide: true },
            { role: 'extension-apiserver-authentication-reader', namespace: 'kube-system' },
            { clusterRole: 'view' },
          ],
        },
      }),
  );
  expect(yaml).toMatchSnapshot();
});

test('a worker is placed by pool, affinity, tolerations, spread and priority', () => {
  const facts = cluster({
    nodePools: {
      general: nodePool({ labels: { disktype: 'ssd' } }),
      batch: nodePool({
        name: 'batch',
        labels: { disktype: 'ssd', pool: 'batch' },
        taints: [{ key: 'pool', value: 'batch', effect: 'NoSchedule' }],
      }),
    },
  });
  const yaml = renderYaml(
    (chart) =>
      new Worker(chart, 'encoder', {
        ...MINIMAL,
        replicas: 4,
        placement: [
          onPool('batch'),
          requireNodes([labelIn('arch', 'amd64')], [labelAbove('cores', 8), labelNotIn('zone', 'c')]),
          preferNodes(50, [labelIn('generation', '7', '8')]),
          {
            nodeSelector: { 'kubernetes.io/os': 'linux' },
            requiredNear: [{ topologyKey: 'topology.kubernetes.io/zone', pods: { matchLabels: { app: 'store' } } }],
            preferredApart: [{ weight: 100, term: { topologyKey: 'kubernetes.io/hostname' } }],
            requiredApart: [
              {
                topologyKey: 'kubernetes.io/hostname',
                pods: { matchExpressions: [{ key: 'noisy', operator: 'Exists' }] },
                namespaceSelector: {},
                mismatchLabelKeys: ['tenant'],
              },
            ],
            tolerations: [{ key: 'spot', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 }],
            spread: [
              {
                topologyKey: 'topology.kubernetes.io/zone',
                whenUnsatisfiable: 'DoNotSchedule',
                maxSkew: 2,
                minDomains: 3,
                nodeAffinityPolicy: 'Honor',
                nodeTaintsPolicy: 'Honor',
              },
            ],
            priorityClassName: 'batch',
          },
        ],
      }),
    facts,
  );
  expect(yaml).toMatchSnapshot();
});

test('a claim that one node holds makes one replica recreate its pod', () => {
  const yaml = renderYaml(
    (chart) =>
      new Worker(chart, 'indexer', {
        ...MINIMAL,
        podSecurity: 'baseline',
        volumes: { data: { claim: { name: 'index', accessModes: ['ReadWriteOnce'] } } },
        mounts: { '/data': 'data' },
      }),
  );
  expect(yaml).toMatchSnapshot();
});

test('a JSON patch changes what no prop reaches', () => {
  const [, , deployment] = renderChart((chart) => {
    const worker = new Worker(chart, 'mailer', MINIMAL);
    worker.deployment.addJsonPatch(JsonPatch.add('/spec/paused', true));
  }) as { spec: { paused?: boolean } }[];
  expect(deployment?.spec.paused).toBe(true);
});
