import type { Cluster } from '../../lib/facts/cluster';
import type { KubeObject } from '../../lib/objects/kube-object';
import { clusterWith, delegated, deployment, kubeObject, rendered } from '../support/components';
import { deliver, deliveryObjects, objectsOf, treeOf } from '../support/deliveries';
import { harbour, harbourWithChart } from '../support/harbour';

const hub = clusterWith('argocd', 'ops');
const eu = clusterWith('argocd', 'eu', { managedBy: 'ops' });
const DIST_ONLY = { git: { url: 'https://git.example.com/dist.git', revision: 'refs/tags/v1', path: '.' } };

test('the tree of a cluster that a hub manages', () => {
  expect(treeOf(deliver([eu, hub], harbour()))).toMatchSnapshot();
});

test('what a hub needs once, and its own Applications', () => {
  const { folders, files } = deliver([hub, eu], [rendered('tools', [deployment('kube-system/tool')])]);
  const own = folders.filter(({ component }) => component === 'delivery');
  expect(treeOf({ findings: [], order: [], folders: own, files })).toMatchSnapshot();
});

test('the Applications of a strict cluster', () => {
  const strict = clusterWith('argocd', 'eu', { managedBy: 'ops', order: 'strict' });
  expect(
    treeOf({ ...deliver([strict, hub], harbourWithChart()), files: [] }).split('# clusters/ops/delivery/eu/')[2],
  ).toMatchSnapshot();
});

test('files lie where the grain says: one folder a component, the Applications in the tree of the hub', () => {
  const { folders, files } = deliver([{ ...eu, delivery: { ...eu.delivery, grain: 'component' } }, hub], harbour());
  expect(
    folders.map(({ path, cluster, component, namespace, grain }) => [path, cluster, component, namespace, grain]),
  ).toEqual([
    ['clusters/eu/crds', 'eu', 'crds', '', 'component'],
    ['clusters/eu/storage', 'eu', 'storage', '', 'component'],
    ['clusters/eu/shop', 'eu', 'shop', 'shop', 'component'],
    ['clusters/eu/cranes', 'eu', 'cranes', '', 'component'],
    ['clusters/ops/delivery', 'ops', 'delivery', 'argocd', 'object'],
    ['clusters/ops/delivery/eu', 'ops', 'delivery', 'argocd', 'component'],
  ]);
  expect(folders.filter(({ kustomization }) => kustomization)).toEqual([]);
  expect(files).toEqual([]);
});

function named(
  clusters: Cluster | readonly [Cluster, ...Cluster[]],
  kind: string,
  name: string,
): KubeObject | undefined {
  const components = harbourWithChart('oci://registry.example.com/charts/');
  return deliveryObjects(deliver(clusters, components), kind).find(({ metadata }) => metadata.name === name);
}

test.each([
  { name: 'a repository that holds more than the output', on: hub, want: 'dist/clusters/ops/shop' },
  {
    name: 'a repository that only holds the output',
    on: clusterWith('argocd', 'ops', { source: DIST_ONLY }),
    want: 'clusters/ops/shop',
  },
])('source: $name', ({ on, want }) => {
  expect(named(on, 'Application', 'ops-shop')?.spec).toMatchObject({ source: { path: want } });
});

test('a chart from a registry is written without scheme, bound to its namespace, with the values as they are', () => {
  expect(named(hub, 'Application', 'ops-cert-manager')?.spec).toMatchObject({
    destination: { name: 'in-cluster', namespace: 'certs' },
    source: {
      repoURL: 'registry.example.com/charts',
      chart: 'cert-manager',
      targetRevision: 'v1.21.2',
      helm: { releaseName: 'cert-manager', valuesObject: { crds: { enabled: true } } },
    },
  });
});

test.each([
  { name: 'a managed cluster', clusters: [eu, hub], in: 'kube-system', want: { name: 'eu', namespace: '*' } },
  { name: 'a hub', clusters: [hub], in: 'kube-system', want: { name: 'in-cluster', namespace: '!argocd' } },
  {
    name: 'a hub, with objects beside Argo CD',
    clusters: [hub],
    in: 'argocd',
    want: { name: 'in-cluster', namespace: '*' },
  },
] as const)('the project of $name allows one destination', ({ clusters, in: namespace, want }) => {
  const [first, ...rest] = clusters;
  const projects = deliveryObjects(
    deliver([first, ...rest], [rendered('a', [deployment(`${namespace}/a`)])]),
    'AppProject',
  );
  expect(projects.find(({ metadata }) => metadata.name !== 'delivery')?.spec).toMatchObject({ destinations: [want] });
});

test('a project allows the repositories of its cluster, those of its charts among them', () => {
  expect(named(hub, 'AppProject', 'ops')?.spec).toMatchObject({
    sourceRepos: ['https://git.example.com/fleet.git', 'registry.example.com/charts'],
  });
});

test('a component without namespace is bound to the first one in which it has objects', () => {
  const objects = [kubeObject('v1', 'ConfigMap', 'kube-system/a'), kubeObject('v1', 'ConfigMap', 'default/b')];
  const [app] = deliveryObjects(deliver(hub, [rendered('a', objects)]), 'Application').filter(
    ({ metadata }) => metadata.name === 'ops-a',
  );
  expect(app?.spec).toMatchObject({ destination: { namespace: 'default' } });
});

test('the hub allows its delivery project the repositories of all its clusters', () => {
  const other = clusterWith('argocd', 'us', { managedBy: 'ops', source: DIST_ONLY });
  const elsewhere = clusterWith('argocd', 'lone', {
    source: { git: { ...DIST_ONLY.git, url: 'https://x.example.com/a.git' } },
  });
  expect(named([hub, other, elsewhere], 'AppProject', 'delivery')?.spec).toMatchObject({
    sourceRepos: ['https://git.example.com/dist.git', 'https://git.example.com/fleet.git'],
  });
});

test.each([
  { name: 'all clusters are relaxed', order: 'relaxed', want: [] },
  {
    name: 'one cluster is strict',
    order: 'strict',
    want: [{ 'applicationsetcontroller.enable.progressive.syncs': 'true' }],
  },
] as const)('progressive syncs are switched on at the hub when $name', ({ order, want }) => {
  const { files } = deliver([hub, clusterWith('argocd', 'eu', { managedBy: 'ops', order })], []);
  const objects = files.flatMap((file) => file.objects.map(({ object }) => object));
  expect(objects.filter(({ metadata }) => metadata.name === 'argocd-cmd-params-cm').map(({ data }) => data)).toEqual(
    want,
  );
});

test.each([
  {
    name: 'an author’s option of another subject',
    written: 'Replace=true',
    want: 'Replace=true,Prune=false,Delete=false',
  },
  { name: 'an author’s option of the same subject', written: 'Prune=confirm', want: 'Prune=confirm,Delete=false' },
  { name: 'all subjects', written: 'Prune=true, Delete=true', want: 'Prune=true, Delete=true' },
])('sync options join $name', ({ written, want }) => {
  const annotations = { 'argocd.argoproj.io/sync-options': written, mine: 'kept' };
  const claim = kubeObject('v1', 'PersistentVolumeClaim', 'default/a', { metadata: { annotations } });
  expect(objectsOf(deliver(hub, [rendered('a', [claim])]), 'a')[0]?.metadata.annotations).toEqual({
    'argocd.argoproj.io/sync-options': want,
    'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    mine: 'kept',
  });
});

test('names that are too long are cut, and stay different', () => {
  const long = 'a'.repeat(63);
  const components = ['x', 'y'].map((end) =>
    delegated(`${long.slice(1)}${end}`, { releaseName: 'r' }, { namespace: 'default' }),
  );
  const names = deliveryObjects(deliver(hub, components), 'Application').map(({ metadata }) => metadata.name);
  expect(names).toEqual(['ops', `ops-${'a'.repeat(50)}-e173249c`, `ops-${'a'.repeat(50)}-e273262f`, 'delivery']);
});
