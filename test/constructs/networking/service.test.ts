import type { ServiceProps } from '../../../lib/constructs/networking/service';
import { cluster } from '../../support/clusters';
import { misuseMessage } from '../../support/misuse-message';
import { renderChart } from '../../support/render-chart';
import { web } from '../../support/workloads';

function spec(service: ServiceProps, facts = cluster()): object | undefined {
  const objects = renderChart(web({ service, callers: ['anywhere'] }), facts) as { kind: string; spec: object }[];
  return objects.find(({ kind }) => kind === 'Service')?.spec;
}

test.each([
  { kubernetes: '1.33', want: 'PreferClose' },
  { kubernetes: '1.34', want: 'PreferSameZone' },
] as const)('traffic stays in the zone by the word of Kubernetes $kubernetes', ({ kubernetes, want }) => {
  expect(spec({ trafficDistribution: 'PreferSameZone' }, cluster({ kubernetes }))).toMatchObject({
    trafficDistribution: want,
  });
});

test('traffic cannot stay on the node before Kubernetes 1.34', () => {
  const build = web({ service: { trafficDistribution: 'PreferSameNode' } });
  expect(misuseMessage(build, cluster({ kubernetes: '1.33' }))).toBe(
    'test/web: trafficDistribution is PreferSameNode, and the cluster has Kubernetes 1.33; use PreferSameZone [invalid-props]',
  );
});

test('a load balancer states what it was given and nothing more', () => {
  const ports = [{ name: 'http', port: 8080, targetPort: 'http', protocol: 'TCP' }];
  const selector = { 'app.kubernetes.io/name': 'web' };
  const given: ServiceProps = {
    type: 'LoadBalancer',
    externalTrafficPolicy: 'Local',
    loadBalancerClass: 'internal',
    loadBalancerSourceRanges: ['10.0.0.0/8'],
  };
  expect(spec({ ...given, sessionAffinity: 'None' })).toEqual({ ...given, ports, selector });
  expect(spec({ headless: true })).toEqual({ type: 'ClusterIP', clusterIP: 'None', ports, selector });
});
