import { defaultClassFindings, type StorageFacts } from '../../lib/objects/default-storage-class';
import type { KubeObject, RenderedObject } from '../../lib/objects/kube-object';

const NO_EXTERNALS: StorageFacts = { name: 'eu-prod', externals: [] };

function rendered(object: object): RenderedObject {
  return { object: object as KubeObject, path: 'storage/x' };
}

function storageClass(name: string, annotations: Record<string, string> = {}): RenderedObject {
  return rendered({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name, annotations } });
}

const DEFAULT = { 'storageclass.kubernetes.io/is-default-class': 'true' };
const BETA_DEFAULT = { 'storageclass.beta.kubernetes.io/is-default-class': 'true' };

function claim(spec: object, annotations: Record<string, string> = {}): RenderedObject {
  const metadata = { name: 'data', namespace: 'shop', annotations };
  return rendered({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata, spec });
}

function external(name: string, isDefault: boolean): StorageFacts['externals'][number] {
  return { kind: 'StorageClass', name, default: isDefault };
}

/** What a finding says, where, and how badly. */
function said(cluster: StorageFacts, objects: readonly RenderedObject[]): readonly string[] {
  return defaultClassFindings(cluster, objects).map(
    ({ severity, pointer, message }) => `${severity} ${pointer}: ${message}`,
  );
}

test('one default class is right, be it rendered or external', () => {
  expect(said(NO_EXTERNALS, [storageClass('gp3', DEFAULT), storageClass('io1'), claim({})])).toEqual([]);
  expect(said({ name: 'a', externals: [external('gp3', true)] }, [storageClass('io1'), claim({})])).toEqual([]);
});

test('no default class is right while every claim names one', () => {
  const named = [claim({ storageClassName: 'gp3' }), claim({ storageClassName: '' })];
  const byAnnotation = claim({}, { 'volume.beta.kubernetes.io/storage-class': 'gp3' });
  expect(said(NO_EXTERNALS, [storageClass('gp3'), ...named, byAnnotation])).toEqual([]);
});

test('more than one default class is an error of each rendered one', () => {
  const objects = [storageClass('gp3', DEFAULT), storageClass('gp2', BETA_DEFAULT), claim({})];
  const message = 'error /metadata/annotations: the cluster has 3 default storage classes: gp3, gp2, standard';
  const facts = { name: 'a', externals: [external('standard', true), external('slow', false)] };
  expect(said(facts, objects)).toEqual([message, message]);
});

test('more than one external default is an error of the cluster', () => {
  const facts = { name: 'a', externals: [external('standard', true), external('premium', true)] };
  expect(defaultClassFindings(facts, [])).toEqual([
    {
      check: 'default-storage-class',
      severity: 'error',
      cluster: 'a',
      message: 'the cluster has 2 default storage classes: standard, premium',
      fix: 'keep one of them the default: the newest would win',
    },
  ]);
});

test('claims without a class are warned of, wherever they are', () => {
  const volumes = [
    { name: 'a', ephemeral: { volumeClaimTemplate: { spec: { storageClassName: 'gp3' } } } },
    { name: 'b', ephemeral: { volumeClaimTemplate: { spec: {} } } },
    { name: 'c', emptyDir: {} },
  ];
  const pod = { spec: { volumes } };
  const objects = [
    claim({}),
    rendered({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'store', namespace: 'shop' },
      spec: { volumeClaimTemplates: [{ spec: { storageClassName: 'gp3' } }, { spec: {} }], template: pod },
    }),
    rendered({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'task' }, ...pod }),
    rendered({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'night' },
      spec: { jobTemplate: { spec: { template: pod } } },
    }),
  ];
  const said = (kind: string, name: string) =>
    `${kind} "${name}" claims storage without a class, and no class is known to be the default`;
  expect(defaultClassFindings(NO_EXTERNALS, objects).map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/spec', said('PersistentVolumeClaim', 'data')],
    ['/spec/volumeClaimTemplates/1', said('StatefulSet', 'store')],
    ['/spec/template/spec/volumes/1', said('StatefulSet', 'store')],
    ['/spec/volumes/1', said('Pod', 'task')],
    ['/spec/jobTemplate/spec/template/spec/volumes/1', said('CronJob', 'night')],
  ]);
});

test('a finding names the object, its cluster and its construct', () => {
  expect(defaultClassFindings(NO_EXTERNALS, [claim({})])).toEqual([
    {
      check: 'default-storage-class',
      severity: 'warning',
      path: 'storage/x',
      object: {
        cluster: 'eu-prod',
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: 'shop',
        name: 'data',
      },
      pointer: '/spec',
      message: 'PersistentVolumeClaim "data" claims storage without a class, and no class is known to be the default',
      fix: 'name a class, make one the default, or write default: true beside the external that is it',
    },
  ]);
});
