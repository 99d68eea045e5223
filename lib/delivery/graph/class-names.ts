import type { JsonObject } from '../../core/json';
import { groupOf, type KubeObject, mapAt } from '../../objects/kube-object';
import { listOf, mapOf, wordOf } from '../json-access';

/** Kinds that other objects name by class, with their groups. */
const CLASSES = {
  PriorityClass: 'scheduling.k8s.io',
  RuntimeClass: 'node.k8s.io',
  StorageClass: 'storage.k8s.io',
  VolumeAttributesClass: 'storage.k8s.io',
  VolumeSnapshotClass: 'snapshot.storage.k8s.io',
  IngressClass: 'networking.k8s.io',
  GatewayClass: 'gateway.networking.k8s.io',
} as const;

/** A kind that is named by class. */
export type ClassKind = keyof typeof CLASSES;

/** `StorageClass/fast`. */
export type ClassKey = `${ClassKind}/${string}`;

/**
 * Classes without which the API server refuses a pod; without the others an object only waits.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#priority and #runtimeclass
 */
const REFUSING: readonly string[] = ['PriorityClass', 'RuntimeClass'] satisfies readonly ClassKind[];

/** Whether an object that names the class is refused until it exists. */
export function isRefusedWithout(key: ClassKey): boolean {
  return REFUSING.includes(kindOfClass(key));
}

/** The kind of a class. */
export function kindOfClass(key: ClassKey): string {
  return key.slice(0, key.indexOf('/'));
}

/** The class that an object is; `undefined` when it is none. */
export function classOf(object: KubeObject): ClassKey | undefined {
  if (!Object.hasOwn(CLASSES, object.kind)) return undefined;
  const kind = object.kind as ClassKind;
  return groupOf(object.apiVersion) === CLASSES[kind] ? `${kind}/${object.metadata.name}` : undefined;
}

/** The classes that an object names, in its own fields and in those of its pods. */
export function classesNamedBy(object: KubeObject, pod: JsonObject | undefined): readonly ClassKey[] {
  const spec = mapAt(object, 'spec');
  const keys: ClassKey[] = [];
  const add = (kind: ClassKind, name: unknown): void => {
    const word = wordOf(name);
    if (word !== undefined) keys.push(`${kind}/${word}`);
  };
  const addClaim = (claim: JsonObject): void => {
    add('StorageClass', claim.storageClassName);
    add('VolumeAttributesClass', claim.volumeAttributesClassName);
  };
  if (pod) {
    add('PriorityClass', pod.priorityClassName);
    add('RuntimeClass', pod.runtimeClassName);
    for (const volume of listOf(pod.volumes)) {
      addClaim(mapOf(mapOf(mapOf(mapOf(volume).ephemeral).volumeClaimTemplate).spec));
    }
  }
  if (object.kind === 'PersistentVolumeClaim') addClaim(spec);
  if (object.kind === 'StatefulSet') {
    for (const template of listOf(spec.volumeClaimTemplates)) addClaim(mapOf(mapOf(template).spec));
  }
  if (object.kind === 'VolumeSnapshot') add('VolumeSnapshotClass', spec.volumeSnapshotClassName);
  if (object.kind === 'Ingress') add('IngressClass', spec.ingressClassName);
  if (object.kind === 'Gateway') add('GatewayClass', spec.gatewayClassName);
  return keys;
}
