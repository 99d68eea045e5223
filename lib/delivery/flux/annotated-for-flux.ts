import { groupOf, type KubeObject } from '../../objects/kube-object';
import { type Annotations, annotatedObjects } from '../annotated-objects';
import { isGuarded } from '../guards';

const PRUNE = 'kustomize.toolkit.fluxcd.io/prune';
const FORCE = 'kustomize.toolkit.fluxcd.io/force';

/**
 * Kinds with fields that the API server never changes, and that hold nothing which deletion would take with it: they are
 * made anew when such a field changes. A Job runs again.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/ for `parameters`, `value`, `handler`, `controller`, `roleRef`
 *   and the template of a Job
 */
const MADE_ANEW: ReadonlySet<string> = new Set([
  'batch/Job',
  'networking.k8s.io/IngressClass',
  'node.k8s.io/RuntimeClass',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'rbac.authorization.k8s.io/RoleBinding',
  'scheduling.k8s.io/PriorityClass',
  'storage.k8s.io/StorageClass',
  'storage.k8s.io/VolumeAttributesClass',
]);

/**
 * The objects of a component as Flux gets them: guarded ones are not pruned, immutable ones are made anew. What the
 * author wrote stays.
 *
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources
 */
export const annotatedForFlux = annotatedObjects((object) => {
  if (isGuarded(object)) return unlessWritten(object, PRUNE, 'disabled');
  if (MADE_ANEW.has(`${groupOf(object.apiVersion)}/${object.kind}`)) return unlessWritten(object, FORCE, 'enabled');
  return {};
});

function unlessWritten({ metadata }: KubeObject, annotation: string, value: string): Annotations {
  return metadata.annotations?.[annotation] === undefined ? { [annotation]: value } : {};
}
