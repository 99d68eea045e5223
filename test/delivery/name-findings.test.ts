import type { Cluster } from '../../lib/facts/cluster';
import { clusterWith, definition, rendered } from '../support/components';
import { deliver } from '../support/deliveries';

test.each([
  { name: 'the names differ', clusters: ['eu', 'us'], component: 'shop', want: [] },
  {
    name: 'an Application of one cluster has the name of the other cluster’s',
    clusters: ['eu', 'eu-prod'],
    component: 'prod-shop',
    want: ['the Application of prod-shop on eu would be named eu-prod-shop, as one of eu-prod is'],
  },
  {
    name: 'an Application of one cluster has the name of the other cluster',
    clusters: ['eu', 'eu-prod'],
    component: 'prod',
    want: ['the Application of prod on eu would be named eu-prod, as one of eu-prod is'],
  },
])('on one hub, $name', ({ clusters: [first = '', second = ''], component, want }) => {
  const hub = clusterWith('argocd', 'hub');
  const [on, other] = [first, second].map((name) => clusterWith('argocd', name, { managedBy: 'hub' }));
  const { findings } = deliver(
    [on as Cluster, other as Cluster, hub],
    [rendered(component, [definition('x.io', 'A')])],
    ['shop'],
  );
  expect(findings.map(({ message }) => message)).toEqual(want);
});
