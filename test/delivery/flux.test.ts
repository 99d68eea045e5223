import type { Cluster } from '../../lib/facts/cluster';
import type { Delivery } from '../../lib/facts/delivery';
import { clusterWith, kubeObject, rendered } from '../support/components';
import { deliver, deliveryObjects, objectsOf, treeOf } from '../support/deliveries';
import { harbour, harbourWithChart } from '../support/harbour';

const us = clusterWith('flux', 'us');
const OCI = {
  oci: { url: 'oci://registry.example.com/harbour/gitops', tag: 'production', path: '.', secretRef: 'pull' },
};

test('the tree of a cluster', () => expect(treeOf(deliver(us, harbour()))).toMatchSnapshot());

test('a chart lies in a folder of its own, with a Kustomization that the order can name', () => {
  const { folders } = deliver(us, harbourWithChart());
  const own = folders.filter(({ component, path }) => component === 'delivery' && path.endsWith('cert-manager'));
  expect(treeOf({ findings: [], order: [], folders: own, files: [] })).toMatchSnapshot();
  const kustomization = deliveryObjects(deliver(us, harbourWithChart()), 'Kustomization').find(
    ({ metadata }) => metadata.name === 'cert-manager',
  );
  expect(kustomization?.spec).toMatchObject({
    path: './dist/clusters/us/delivery/cert-manager',
    dependsOn: [{ name: 'cert-manager-namespace' }],
    wait: true,
  });
});

test('a chart from a registry is an artifact that the release refers to', () => {
  const delivery = deliver(us, harbourWithChart('oci://registry.example.com/charts'));
  const specs = [...deliveryObjects(delivery, 'OCIRepository'), ...deliveryObjects(delivery, 'HelmRelease')].map(
    ({ spec }) => spec,
  );
  expect(specs).toMatchObject([
    {
      url: 'oci://registry.example.com/charts/cert-manager',
      ref: { tag: 'v1.21.2' },
      layerSelector: { mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip', operation: 'copy' },
    },
    { chartRef: { kind: 'OCIRepository', name: 'cert-manager' }, values: { crds: { enabled: true } } },
  ]);
});

function bootstrap(delivery: Partial<Delivery>): readonly unknown[] {
  const cluster: Cluster = clusterWith('flux', 'us', delivery);
  return deliver(cluster, []).files.flatMap(({ objects }) =>
    objects.map(({ object: { kind, spec } }) => ({ kind, spec })),
  );
}

const git = (revision: string, path = 'dist') => ({
  git: { url: 'https://git.example.com/fleet.git', revision, path },
});
const COMMIT = '0123456789abcdef0123456789abcdef01234567';

test.each([
  { name: 'a branch', source: git('refs/heads/feature/a'), want: { branch: 'feature/a' } },
  { name: 'a tag', source: git('refs/tags/v1'), want: { tag: 'v1' } },
  { name: 'another ref', source: git('refs/pull/1/head'), want: { name: 'refs/pull/1/head' } },
  { name: 'a commit', source: git(COMMIT), want: { commit: COMMIT } },
])('source: $name', ({ source, want }) => expect(bootstrap({ source })[0]).toMatchObject({ spec: { ref: want } }));

test('source: a repository that only holds the output', () => {
  expect(bootstrap({ source: git('refs/heads/main', '.') })).toMatchObject([
    { spec: { ignore: '/*\n!/clusters\n/clusters/*\n!/clusters/us\n' } },
    { spec: { path: './clusters/us/delivery' } },
  ]);
});

test('source: an OCI artifact', () => {
  expect(bootstrap({ source: OCI })).toEqual([
    {
      kind: 'OCIRepository',
      spec: {
        interval: '1m',
        url: 'oci://registry.example.com/harbour/gitops',
        ref: { tag: 'production' },
        ignore: '/*\n!/clusters\n/clusters/*\n!/clusters/us\n',
        secretRef: { name: 'pull' },
      },
    },
    {
      kind: 'Kustomization',
      spec: expect.objectContaining({
        path: './clusters/us/delivery',
        sourceRef: { kind: 'OCIRepository', name: 'delivery' },
      }),
    },
  ]);
});

test('a service account applies components and charts, and the controller applies their Kustomizations', () => {
  const delivery = deliver(clusterWith('flux', 'us', { serviceAccount: 'deployer' }), harbourWithChart());
  const accounts = ['Kustomization', 'HelmRelease'].flatMap((kind) =>
    deliveryObjects(delivery, kind).map(({ metadata, spec }) => [
      metadata.name,
      (spec as { serviceAccountName?: string }).serviceAccountName,
    ]),
  );
  expect(accounts).toEqual([
    ['cert-manager-namespace', 'deployer'],
    ['crds', 'deployer'],
    ['storage', 'deployer'],
    ['cert-manager', 'deployer'],
    ['shop', 'deployer'],
    ['cranes', 'deployer'],
    ['delivery', undefined],
    ['cert-manager', 'deployer'],
  ]);
});

test('encrypted objects are decrypted on the way', () => {
  const secret = rendered('a', [kubeObject('v1', 'Secret', 'default/key', { sops: {} })]);
  expect(deliveryObjects(deliver(us, [secret]), 'Kustomization')[0]?.spec).toMatchObject({
    decryption: { provider: 'sops' },
  });
});

test('what the author wrote about pruning stays', () => {
  const annotations = { 'kustomize.toolkit.fluxcd.io/prune': 'enabled' };
  const claim = kubeObject('v1', 'PersistentVolumeClaim', 'default/a', { metadata: { annotations } });
  expect(objectsOf(deliver(us, [rendered('a', [claim])]), 'a')[0]?.metadata.annotations).toEqual(annotations);
});
