import { WebService, type WebServiceProps } from '../../../lib/constructs/workload/web-service';
import { cluster } from '../../support/clusters';
import { renderChart } from '../../support/render-chart';
import { renderYaml } from '../../support/render-yaml';

const MINIMAL: WebServiceProps = { image: 'nginx:1.29', port: 8080, cpu: '100m', memory: '128Mi' };

function kinds(props: Partial<WebServiceProps>): readonly string[] {
  return renderChart((chart) => new WebService(chart, 'web', { ...MINIMAL, ...props })).map(
    (object) => (object as { kind: string }).kind,
  );
}

test('a web service is restricted, probed, spread and guarded unless told otherwise', () => {
  expect(renderYaml((chart) => new WebService(chart, 'frontend', MINIMAL))).toMatchSnapshot();
});

test('an autoscaled and exposed web service leaves its replicas to the autoscaler', () => {
  const yaml = renderYaml(
    (chart) =>
      new WebService(chart, 'frontend', {
        ...MINIMAL,
        port: { name: 'http', number: 8080, servicePort: 80, appProtocol: 'http' },
        ports: [{ name: 'metrics', number: 9090, servicePort: 'none' }],
        replicas: { min: 2, max: 10, cpuUtilization: 50 },
        disruption: { maxUnavailable: '20%' },
        strategy: { type: 'RollingUpdate', maxSurge: 1, maxUnavailable: 0 },
        callers: [
          { workload: 'loadgenerator' },
          { workload: 'checkout', namespace: 'till' },
          { peer: { namespace: 'monitoring' }, ports: ['metrics'] },
        ],
        callees: [{ workload: 'cart' }, { peer: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }, ports: [5432] }],
        service: { trafficDistribution: 'PreferSameZone', annotations: { 'example.com/owner': 'shop' } },
        ingress: {
          hosts: ['shop.example.com', '*.shop.example.com'],
          className: 'nginx',
          tls: { secret: 'shop-certificate' },
          through: [{ namespace: 'ingress-nginx' }],
        },
        httpRoute: {
          gateways: [{ name: 'public', namespace: 'gateways', listener: 'https' }],
          hosts: ['shop.example.com'],
          path: '/shop',
          through: [{ pods: { matchLabels: { app: 'gateway' } }, namespaces: { matchLabels: { edge: 'yes' } } }],
        },
      }),
  );
  expect(yaml).toMatchSnapshot();
});

test('a pod of several containers shares volumes, configuration and secrets', () => {
  const yaml = renderYaml(
    (chart) =>
      new WebService(chart, 'site', {
        ...MINIMAL,
        containerName: 'nginx',
        memoryLimit: '256Mi',
        cpuLimit: '0.5',
        command: ['nginx'],
        args: ['-g', 'daemon off;'],
        env: {
          EMPTY: '',
          PASSWORD: { secret: 'site', key: 'password' },
          FLAGS: { configMap: 'flags', key: 'all', optional: true },
          POD_IP: { field: 'status.podIP' },
          MEMORY: { resource: 'limits.memory', divisor: '1Mi' },
        },
        envFrom: [{ secret: 'site', prefix: 'SITE_' }],
        config: {
          environment: { LOG_LEVEL: 'info' },
          files: {
            '/etc/nginx/conf.d/site.conf': 'server {}\n',
            '/etc/nginx/nginx.conf': { content: 'http {}\n', mountedAs: 'file' },
            '/scripts/start.sh': { content: '#!/bin/sh\n', mode: 0o755 },
          },
        },
        volumes: {
          cache: { emptyDir: { medium: 'Memory', sizeLimit: '1024Mi' } },
          certificates: { secret: 'site-tls', mode: 0o400, items: { 'tls.crt': 'site.crt' } },
          shared: { configMap: 'shared' },
          labels: { downwardApi: { labels: 'metadata.labels' } },
          token: { projected: [{ serviceAccountToken: { path: 'token', audience: 'vault' } }] },
        },
        mounts: {
          '/var/cache/nginx': 'cache',
          '/certificates': { volume: 'certificates', readOnly: true },
          '/shared/one': { volume: 'shared', subPath: 'one' },
          '/pod': 'labels',
          '/var/run/vault': 'token',
        },
        probes: {
          readiness: { http: '/ready', headers: { Cookie: 'probe=1' }, periodSeconds: 5 },
          liveness: { grpc: 'http', service: 'site', initialDelaySeconds: 10 },
        },
        lifecycle: { preStop: { sleep: 5 }, postStart: { exec: ['true'] } },
        containers: [
          { name: 'reloader', image: 'reloader:1', cpu: '10m', memory: '16Mi', mounts: { '/cache': 'cache' } },
        ],
        initContainers: [
          {
            name: 'proxy',
            sidecar: true,
            image: 'proxy:1',
            cpu: '50m',
            memory: '32Mi',
            ports: [{ name: 'proxy', number: 9000 }],
            probes: { liveness: 'none' },
          },
          { name: 'warm-up', image: 'busybox:1.37', cpu: '10m', memory: '16Mi', mounts: { '/cache': 'cache' } },
        ],
        podSecurityContext: { runAsUser: 101, fsGroup: 101 },
        securityContext: { readOnlyRootFilesystem: false, capabilities: { add: ['NET_BIND_SERVICE'] } },
        serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/site' } },
        labels: { team: 'web' },
        annotations: { 'example.com/runbook': 'site' },
        podAnnotations: { 'example.com/scrape': 'true' },
        terminationGracePeriodSeconds: 45,
        imagePullSecrets: ['registry'],
        enableServiceLinks: false,
      }),
  );
  expect(yaml).toMatchSnapshot();
});

test('replicas that are scaled elsewhere are left out, and still guarded', () => {
  const [deployment] = renderChart(
    (chart) => new WebService(chart, 'web', { ...MINIMAL, replicas: { scaledElsewhere: { min: 0, max: 5 } } }),
  ).filter((object) => (object as { kind: string }).kind === 'Deployment') as { spec: object }[];
  expect(deployment?.spec).not.toHaveProperty('replicas');
  expect(kinds({ replicas: { scaledElsewhere: { min: 0, max: 5 } } })).toContain('PodDisruptionBudget');
});

const VARIANTS: { name: string; props: Partial<WebServiceProps>; lacks: string }[] = [
  { name: 'one replica needs no budget', props: { replicas: 1 }, lacks: 'PodDisruptionBudget' },
  {
    name: 'an autoscaler of one replica needs no budget',
    props: { replicas: { min: 1, max: 1, cpuUtilization: 50 } },
    lacks: 'PodDisruptionBudget',
  },
  { name: 'a budget can be left out', props: { disruption: 'none' }, lacks: 'PodDisruptionBudget' },
  {
    name: 'an account that exists is not made',
    props: { serviceAccount: { existing: 'web' } },
    lacks: 'ServiceAccount',
  },
  { name: 'a network policy can be left out', props: { networkPolicy: 'none' }, lacks: 'NetworkPolicy' },
];

test.each(VARIANTS)('$name', ({ props, lacks }) => {
  expect(kinds({})).toContain(lacks);
  expect(kinds(props)).not.toContain(lacks);
});

test('images come from mirrors and by digest where the facts say so', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const facts = cluster({
    images: { registries: { 'docker.io': 'mirror.example.com/hub' }, digests: { 'nginx:1.29': digest } },
  });
  const yaml = renderYaml((chart) => new WebService(chart, 'web', MINIMAL), facts);
  expect(yaml).toContain(`image: mirror.example.com/hub/library/nginx:1.29@${digest}`);
});
