import type { ClusterDelivery } from '../../lib/delivery/cluster-delivery';
import type { Cluster } from '../../lib/facts/cluster';
import type { KubeObject } from '../../lib/objects/kube-object';
import { autoscaler, clusterWith, definition, deployment, kubeObject, rendered } from '../support/components';
import { deliver, deliveryObjects, objectsOf } from '../support/deliveries';
import { harbour, harbourWithChart } from '../support/harbour';

/** What the suite has to know of a dialect to read its order and its guards out of the objects. */
interface Dialect {
  readonly name: string;
  readonly cluster: Cluster;
  /** Whether the first sync holds `later` back until `earlier` is ready, told by the delivery objects alone. */
  holdsBack(delivery: ClusterDelivery, later: string, earlier: string): boolean;
  /** Components in the delivery objects. */
  components(delivery: ClusterDelivery): readonly string[];
  /** Whether the engine leaves the object in place when it is gone from the tree. */
  keeps(object: KubeObject): boolean;
}

const read = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);

function applications(delivery: ClusterDelivery): ReadonlyMap<string, number> {
  const children = deliveryObjects(delivery, 'Application').filter(
    (object) => read(object, 'spec', 'project') === 'eu',
  );
  return new Map(
    children.map((object) => [
      String(object.metadata.labels?.['bayplan/component']),
      Number(object.metadata.annotations?.['argocd.argoproj.io/sync-wave']),
    ]),
  );
}

function kustomizations(delivery: ClusterDelivery): ReadonlyMap<string, readonly string[]> {
  const children = deliveryObjects(delivery, 'Kustomization').filter(({ metadata }) => metadata.name !== 'delivery');
  return new Map(
    children.map((object) => [
      object.metadata.name,
      ((read(object, 'spec', 'dependsOn') ?? []) as { name: string }[]).map(({ name }) => name),
    ]),
  );
}

const argoCd: Dialect = {
  name: 'Argo CD',
  cluster: clusterWith('argocd'),
  holdsBack(delivery, later, earlier) {
    const waves = applications(delivery);
    return (waves.get(later) ?? Number.NaN) > (waves.get(earlier) ?? Number.NaN);
  },
  components: (delivery) => [...applications(delivery).keys()],
  keeps({ metadata }) {
    const options = metadata.annotations?.['argocd.argoproj.io/sync-options']?.split(',') ?? [];
    return options.includes('Prune=false') && options.includes('Delete=false');
  },
};

const flux: Dialect = {
  name: 'Flux',
  cluster: clusterWith('flux'),
  holdsBack(delivery, later, earlier) {
    const dependsOn = kustomizations(delivery);
    const waiting = [...(dependsOn.get(later) ?? [])];
    for (const name of waiting) waiting.push(...(dependsOn.get(name) ?? []));
    return waiting.includes(earlier);
  },
  components: (delivery) => [...kustomizations(delivery).keys()],
  keeps: ({ metadata }) => metadata.annotations?.['kustomize.toolkit.fluxcd.io/prune'] === 'disabled',
};

describe.each([argoCd, flux])('$name', (dialect) => {
  const delivery = deliver(dialect.cluster, harbourWithChart());

  test('delivers every component once, and finds nothing wrong', () => {
    expect(delivery.findings).toEqual([]);
    expect([...dialect.components(delivery)].sort()).toEqual([
      'cert-manager',
      'cert-manager-namespace',
      'cranes',
      'crds',
      'shop',
      'storage',
    ]);
  });

  test('first sync: whatever a component depends on holds it back', () => {
    const pairs = delivery.order.flatMap(({ name, dependsOn }) => dependsOn.map((earlier) => [name, earlier] as const));
    expect(pairs.length).toBeGreaterThan(4);
    expect(pairs.filter(([later, earlier]) => !dialect.holdsBack(delivery, later, earlier))).toEqual([]);
    expect(pairs.filter(([later, earlier]) => dialect.holdsBack(delivery, earlier, later))).toEqual([]);
  });

  test.each([
    { first: 'shop', later: 'cranes', what: 'a namespace is there before what lies in it' },
    { first: 'cert-manager-namespace', later: 'cert-manager', what: 'a namespace is there before the chart in it' },
    { first: 'crds', later: 'cranes', what: 'a definition is there before its custom resources' },
    { first: 'storage', later: 'shop', what: 'a class is there before the pods and claims that name it' },
  ])('$what', ({ first, later }) => expect(dialect.holdsBack(delivery, later, first)).toBe(true));

  test('within a component, namespaces and definitions come first', () => {
    const objects = [
      kubeObject('x.io/v1', 'Crane', 'yard/one'),
      deployment('yard/web'),
      definition('x.io', 'Crane'),
      kubeObject('v1', 'Namespace', 'yard'),
    ];
    const kinds = objectsOf(deliver(dialect.cluster, [rendered('yard', objects)]), 'yard').map(({ kind }) => kind);
    expect(kinds).toEqual(['Namespace', 'CustomResourceDefinition', 'Deployment', 'Crane']);
  });

  test('prune guards: what holds data or other objects stays, everything else goes', () => {
    const objects = [
      kubeObject('v1', 'Namespace', 'yard'),
      definition('x.io', 'Crane'),
      kubeObject('v1', 'PersistentVolume', 'disk'),
      kubeObject('v1', 'PersistentVolumeClaim', 'yard/data'),
      kubeObject('x.io/v1', 'Crane', 'yard/one'),
      kubeObject('v1', 'ConfigMap', 'yard/config'),
      kubeObject('storage.k8s.io/v1', 'StorageClass', 'fast'),
      deployment('yard/web'),
    ];
    const delivered = objectsOf(deliver(dialect.cluster, [rendered('yard', objects)]), 'yard');
    expect(delivered.filter(dialect.keeps).map(({ kind }) => kind)).toEqual([
      'Namespace',
      'CustomResourceDefinition',
      'PersistentVolume',
      'PersistentVolumeClaim',
    ]);
  });

  test('replica ownership: what an autoscaler scales states no replicas, and is told when it does', () => {
    const stated = rendered('shop', [deployment('shop/web', {}, { replicas: 2 }), autoscaler('shop/web', 'web')], {
      namespace: { name: 'shop' },
    });
    expect(deliver(dialect.cluster, [stated]).findings.map(({ check, severity }) => [check, severity])).toEqual([
      ['replica-owner', 'warning'],
    ]);
    const web = objectsOf(delivery, 'shop').find(({ kind }) => kind === 'Deployment');
    expect(read(web, 'spec', 'replicas')).toBeUndefined();
  });

  test('a circle is an error that names its members', () => {
    const circle = [
      rendered('a', [definition('x.io', 'A')], { dependsOn: ['b'] }),
      rendered('b', [definition('x.io', 'B')], { dependsOn: ['a'] }),
    ];
    expect(deliver(dialect.cluster, circle).findings).toMatchObject([
      { check: 'dependency-cycle', severity: 'error', message: expect.stringContaining('a → b → a') },
    ]);
  });

  test('a dependency on a component that the cluster does not select is an error', () => {
    const lonely = rendered('a', [definition('x.io', 'A')], { dependsOn: ['mesh'] });
    expect(deliver(dialect.cluster, [lonely], ['mesh']).findings).toMatchObject([
      { check: 'unknown-component', severity: 'error', message: 'a depends on mesh, which eu does not select' },
    ]);
  });

  test('a custom kind without provider is an error', () => {
    const orphan = rendered('a', [kubeObject('x.io/v1', 'Crane', 'one')]);
    expect(deliver(dialect.cluster, [orphan]).findings).toMatchObject([
      { check: 'missing-provider', severity: 'error' },
    ]);
  });

  test('clusters that share objects share what the dialect makes of them', () => {
    const components = harbour();
    const [first, second] = [dialect.cluster, { ...dialect.cluster, name: 'us' }].map((on) => deliver(on, components));
    const lists = [first, second].map((one) =>
      one?.folders.filter(({ component }) => component !== 'delivery').map(({ objects }) => objects),
    );
    expect(lists[0]?.length).toBe(4);
    for (const [index, objects] of (lists[0] ?? []).entries()) expect(lists[1]?.[index]).toBe(objects);
  });

  test('the order of the input does not matter', () => {
    expect(deliver(dialect.cluster, harbourWithChart().toReversed())).toEqual(delivery);
  });
});

describe('where the dialects differ', () => {
  test('a later commit, Flux: dependencies are checked at every revision, since they stand in each Kustomization', () => {
    const delivery = deliver(flux.cluster, harbour());
    expect(kustomizations(delivery).get('cranes')).toEqual(['crds', 'shop', 'storage']);
    for (const object of deliveryObjects(delivery, 'Kustomization')) {
      expect(read(object, 'spec', 'wait')).toBe(object.metadata.name === 'delivery' ? undefined : true);
    }
  });

  test('a later commit, Argo CD: each Application syncs by itself and tries again, since waves are checked by the parent only', () => {
    const children = deliveryObjects(deliver(argoCd.cluster, harbour()), 'Application').filter(
      (object) => read(object, 'spec', 'project') === 'eu',
    );
    expect(children.length).toBe(4);
    for (const child of children) {
      expect(read(child, 'spec', 'syncPolicy', 'automated')).toEqual({ prune: true, selfHeal: true });
      expect(read(child, 'spec', 'syncPolicy', 'retry', 'limit')).toBe(5);
    }
  });

  test('a later commit, Argo CD with order: strict: RollingSync goes wave by wave, and every Application is in one', () => {
    const strict = deliver(clusterWith('argocd', 'eu', { order: 'strict' }), harbour());
    const [set] = deliveryObjects(strict, 'ApplicationSet');
    expect(deliveryObjects(strict, 'Application').map(({ metadata }) => metadata.name)).toEqual(['eu', 'delivery']);
    const elements = read(set, 'spec', 'generators', 0, 'list', 'elements') as object[];
    const waves = elements.map((element) => [
      read(element, 'application', 'metadata', 'labels', 'bayplan/component'),
      read(element, 'application', 'metadata', 'labels', 'bayplan/wave'),
    ]);
    expect(waves).toEqual([
      ['crds', '0'],
      ['storage', '0'],
      ['shop', '1'],
      ['cranes', '2'],
    ]);
    const steps = read(set, 'spec', 'strategy', 'rollingSync', 'steps') as object[];
    expect(steps.map((step) => read(step, 'matchExpressions', 0))).toEqual(
      ['0', '1', '2'].map((wave) => ({ key: 'bayplan/wave', operator: 'In', values: [wave] })),
    );
  });

  test('Argo CD waits for whole waves, Flux for what a component depends on', () => {
    const components = [
      rendered('a', [definition('x.io', 'A')]),
      rendered('b', [definition('x.io', 'B')], { dependsOn: ['a'] }),
      rendered('c', [definition('x.io', 'C')]),
    ];
    const [byWave, byName] = [argoCd, flux].map((dialect) =>
      dialect.holdsBack(deliver(dialect.cluster, components), 'b', 'c'),
    );
    expect({ argoCd: byWave, flux: byName }).toEqual({ argoCd: true, flux: false });
  });

  test('Argo CD is told to leave replicas alone, Flux leaves alone what is not stated', () => {
    const [shop] = deliveryObjects(deliver(argoCd.cluster, harbour()), 'Application').filter(
      ({ metadata }) => metadata.name === 'eu-shop',
    );
    expect(read(shop, 'spec', 'ignoreDifferences')).toEqual([
      { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web', jsonPointers: ['/spec/replicas'] },
    ]);
    expect(read(shop, 'spec', 'syncPolicy', 'syncOptions')).toContain('RespectIgnoreDifferences=true');
  });

  test('immutable objects are made anew by Flux, and left to a person by Argo CD', () => {
    const annotationsOf = (dialect: Dialect) =>
      objectsOf(deliver(dialect.cluster, harbour()), 'storage').map(({ kind, metadata }) => [
        kind,
        metadata.annotations,
      ]);
    const force = { 'kustomize.toolkit.fluxcd.io/force': 'enabled' };
    expect(annotationsOf(flux)).toEqual([
      ['PriorityClass', force],
      ['StorageClass', force],
    ]);
    expect(annotationsOf(argoCd)).toEqual([
      ['PriorityClass', undefined],
      ['StorageClass', undefined],
    ]);
  });

  test('a custom resource may be unknown to Argo CD at first; Flux does not try it before its dependencies are ready', () => {
    const annotationsOf = (dialect: Dialect) =>
      objectsOf(deliver(dialect.cluster, harbour()), 'cranes')[0]?.metadata.annotations;
    expect(annotationsOf(argoCd)).toEqual({ 'argocd.argoproj.io/sync-options': 'SkipDryRunOnMissingResource=true' });
    expect(annotationsOf(flux)).toBeUndefined();
  });
});
