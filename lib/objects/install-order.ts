import { compareBy } from '../core/compare';
import { groupOf, type KubeObject } from './kube-object';

/**
 * Kinds of Kubernetes that others need first, and those that judge or replace what was there before: in the order in
 * which a person would apply them. Custom resources and every other kind stand between the two.
 *
 * @see https://github.com/helm/helm/blob/main/pkg/release/v1/util/kind_sorter.go for the order that Helm installs in
 */
const EARLY = [
  'Namespace',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'scheduling.k8s.io/PriorityClass',
  'node.k8s.io/RuntimeClass',
  'storage.k8s.io/CSIDriver',
  'storage.k8s.io/StorageClass',
  'storage.k8s.io/VolumeAttributesClass',
  'networking.k8s.io/IngressClass',
  'networking.k8s.io/NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'ServiceAccount',
  'Secret',
  'ConfigMap',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'rbac.authorization.k8s.io/Role',
  'rbac.authorization.k8s.io/RoleBinding',
  'policy/PodDisruptionBudget',
  'Service',
  'apps/DaemonSet',
  'Pod',
  'ReplicationController',
  'apps/ReplicaSet',
  'apps/Deployment',
  'apps/StatefulSet',
  'autoscaling/HorizontalPodAutoscaler',
  'batch/Job',
  'batch/CronJob',
  'networking.k8s.io/Ingress',
];
const LATE = [
  'apiregistration.k8s.io/APIService',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/MutatingAdmissionPolicy',
  'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
];
const RANKS = new Map([
  ...EARLY.map((kind, index) => [kind, index - EARLY.length] as const),
  ...LATE.map((kind, index) => [kind, index + 1] as const),
]);

function rankOf({ apiVersion, kind }: KubeObject): number {
  const group = groupOf(apiVersion);
  return RANKS.get(group === '' ? kind : `${group}/${kind}`) ?? 0;
}

/** Full order of objects: what others need comes first; within a kind by namespace and name. */
export const compareInstallOrder = compareBy<KubeObject>(
  rankOf,
  (object) => object.kind,
  (object) => groupOf(object.apiVersion),
  (object) => object.metadata.namespace ?? '',
  (object) => object.metadata.name,
);
