import type { Finding, FindingObject } from '../core/finding';
import type { Json, JsonObject } from '../core/json';
import { groupOf, type KubeObject, mapAt, type RenderedObject } from './kube-object';

/** A cluster as far as its storage classes are concerned; the facts of a cluster fit. */
export interface StorageFacts {
  readonly name: string;
  readonly externals: readonly {
    readonly apiVersion?: string;
    readonly kind: string;
    readonly name: string;
    /** Whether it is the default of its kind. @default false */
    readonly default?: boolean;
  }[];
}

/** The beta one still counts. @see https://github.com/kubernetes/kubernetes/blob/master/pkg/volume/util/storageclass.go */
const DEFAULT_ANNOTATIONS = [
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
];
const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';

/**
 * Whether a cluster has the one default StorageClass that it needs: more than one is an error, since the newest would win,
 * and none a warning for each claim that names no class, which would wait for ever.
 * An external counts when its fact says that it is the default.
 *
 * Derived from the objects, because no construct knows the others of its cluster.
 *
 * @param objects - all objects of the cluster, of all its components.
 * @returns findings in the order of the objects.
 */
export function defaultClassFindings(cluster: StorageFacts, objects: readonly RenderedObject[]): readonly Finding[] {
  const rendered = objects.filter(({ object }) => isDefaultClass(object));
  const external = cluster.externals.filter((known) => known.kind === 'StorageClass' && known.default === true);
  const names = [...rendered.map(({ object }) => object.metadata.name), ...external.map(({ name }) => name)];
  if (names.length > 1) return tooMany(cluster.name, rendered, names);
  if (names.length === 1) return [];
  return objects.flatMap((origin) => claimsWithoutClass(origin).map((pointer) => none(cluster.name, origin, pointer)));
}

function isDefaultClass(object: KubeObject): boolean {
  if (object.kind !== 'StorageClass' || groupOf(object.apiVersion) !== 'storage.k8s.io') return false;
  return DEFAULT_ANNOTATIONS.some((annotation) => object.metadata.annotations?.[annotation] === 'true');
}

function tooMany(cluster: string, rendered: readonly RenderedObject[], names: readonly string[]): readonly Finding[] {
  const finding = {
    check: 'default-storage-class',
    severity: 'error',
    message: `the cluster has ${names.length} default storage classes: ${names.join(', ')}`,
    fix: 'keep one of them the default: the newest would win',
  } as const;
  if (rendered.length === 0) return [{ ...finding, cluster }];
  return rendered.map(({ object, path }) => ({
    ...finding,
    path,
    object: subject(cluster, object),
    pointer: '/metadata/annotations',
  }));
}

function none(cluster: string, { object, path }: RenderedObject, pointer: string): Finding {
  return {
    check: 'default-storage-class',
    severity: 'warning',
    path,
    object: subject(cluster, object),
    pointer,
    message: `${object.kind} "${object.metadata.name}" claims storage without a class, and no class is known to be the default`,
    fix: 'name a class, make one the default, or write default: true beside the external that is it',
  };
}

function subject(cluster: string, { apiVersion, kind, metadata }: KubeObject): FindingObject {
  const { name, namespace } = metadata;
  return { cluster, apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
}

/** Pointers to the specs of claims that leave the class to the cluster. */
function claimsWithoutClass({ object }: RenderedObject): readonly string[] {
  const spec = mapAt(object, 'spec');
  if (object.kind === 'PersistentVolumeClaim') {
    return lacksClass(spec) && object.metadata.annotations?.[CLASS_ANNOTATION] === undefined ? ['/spec'] : [];
  }
  const templates = lacking(listAt(spec.volumeClaimTemplates), '/spec/volumeClaimTemplates', (claim) => claim.spec);
  const [podSpec, pointer] = podSpecOf(object);
  const volumes = lacking(listAt(podSpec.volumes), `${pointer}/volumes`, (volume) => {
    const template = map(map(volume.ephemeral).volumeClaimTemplate);
    return template.spec;
  });
  return [...templates, ...volumes];
}

function lacking(entries: readonly Json[], pointer: string, specOf: (entry: JsonObject) => Json | undefined) {
  return entries.flatMap((entry, index) => {
    const spec = specOf(map(entry));
    return spec !== undefined && lacksClass(map(spec)) ? [`${pointer}/${index}`] : [];
  });
}

/** The spec of an object’s pods, and where it is; empty for objects without pods. */
function podSpecOf(object: KubeObject): readonly [spec: JsonObject, pointer: string] {
  const spec = mapAt(object, 'spec');
  if (object.kind === 'Pod') return [spec, '/spec'];
  const template = map(spec.template);
  if (object.kind !== 'CronJob') return [map(template.spec), '/spec/template/spec'];
  const job = map(map(map(spec.jobTemplate).spec).template);
  return [map(job.spec), '/spec/jobTemplate/spec/template/spec'];
}

function lacksClass(claim: JsonObject): boolean {
  return claim.storageClassName === undefined;
}

function listAt(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function map(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
