import { groupOf, type KubeObject } from '../objects/kube-object';

/**
 * Kinds whose deletion takes data or other objects with it: all objects of a namespace, all custom resources of a
 * definition, what a volume holds. An engine must not delete them because a file went away.
 */
const GUARDED: ReadonlySet<string> = new Set([
  '/Namespace',
  '/PersistentVolume',
  '/PersistentVolumeClaim',
  'apiextensions.k8s.io/CustomResourceDefinition',
]);

/** Whether the object stays in the cluster when it leaves the tree. */
export function isGuarded(object: KubeObject): boolean {
  return GUARDED.has(`${groupOf(object.apiVersion)}/${object.kind}`);
}
