import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ClusterRole, ClusterRoleBinding, PolicyRule, Role, RoleBinding, Subject } from '../../../imports/k8s';
import { kubeObject } from '../kube-object';
import type { TextMap } from '../validation/checked-labels';
import { misuse } from '../validation/misuse';

/** What may be done with some resources. */
export interface ResourceRule {
  /** `''` is the core group. */
  readonly apiGroups: readonly [string, ...string[]];
  readonly resources: readonly [string, ...string[]];
  /** @default all */
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly [string, ...string[]];
}

/** What may be done with paths of the API server that are no resources, such as `/metrics`. */
export interface UrlRule {
  readonly nonResourceURLs: readonly [string, ...string[]];
  readonly verbs: readonly [string, ...string[]];
}

/** A role that exists without the workload. */
export type ExistingRole =
  /** A Role, or a ClusterRole, bound in one namespace. @default the workload’s own namespace */
  | { readonly role: string; readonly namespace?: string }
  | { readonly clusterRole: string; readonly namespace?: string }
  /** A ClusterRole, bound in the whole cluster. */
  | { readonly clusterRole: string; readonly clusterWide: true };

/** What a workload may ask of the API server. */
export interface AccessProps {
  /** In its own namespace. */
  readonly rules?: readonly ResourceRule[];
  /** In the whole cluster. */
  readonly clusterRules?: readonly (ResourceRule | UrlRule)[];
  /** Roles that exist already. */
  readonly roles?: readonly ExistingRole[];
}

/** Whose access it is. */
export interface AccessOwner {
  /** Name of the workload. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly serviceAccount: string;
  readonly labels: TextMap;
}

const GROUP = 'rbac.authorization.k8s.io';
const API_VERSION = `${GROUP}/v1`;

/**
 * Roles and bindings of a workload’s service account.
 *
 * Objects of the whole cluster carry the namespace in their names, since two namespaces may hold workloads of one name.
 *
 * @throws {BayplanError} `invalid-props` for a rule that allows nothing.
 */
export function access(scope: Construct, owner: AccessOwner, props: AccessProps): readonly ApiObject[] {
  const { rules = [], clusterRules = [], roles = [] } = props;
  for (const rule of [...rules, ...clusterRules]) checkRule(scope, rule);
  const objects: ApiObject[] = [];
  if (rules.length > 0) objects.push(...namespaced(scope, owner, rules));
  if (clusterRules.length > 0) objects.push(...clusterWide(scope, owner, clusterRules));
  for (const role of roles) objects.push(existing(scope, owner, role));
  return objects;
}

function checkRule(scope: Construct, rule: PolicyRule): void {
  const what = (rule.resources ?? rule.nonResourceURLs ?? []).join(', ');
  if (!what) misuse(scope, 'an access rule names no resource', 'name at least one');
  if (rule.verbs.length === 0)
    misuse(scope, `the access rule for ${what} has no verbs`, 'name at least one, such as get');
  if (rule.resources && (rule.apiGroups ?? []).length === 0) {
    misuse(scope, `the access rule for ${what} has no API groups`, "name at least one; '' is the core group");
  }
}

function namespaced(scope: Construct, owner: AccessOwner, rules: readonly PolicyRule[]): readonly ApiObject[] {
  const metadata = { name: owner.name, labels: owner.labels };
  return [
    kubeObject<Role>(scope, 'role', { apiVersion: API_VERSION, kind: 'Role', metadata, rules }),
    kubeObject<RoleBinding>(scope, 'role-binding', {
      apiVersion: API_VERSION,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: GROUP, kind: 'Role', name: owner.name },
      subjects: [subject(owner)],
    }),
  ];
}

function clusterWide(scope: Construct, owner: AccessOwner, rules: readonly PolicyRule[]): readonly ApiObject[] {
  const metadata = { name: clusterName(owner), labels: owner.labels };
  return [
    kubeObject<ClusterRole>(scope, 'cluster-role', { apiVersion: API_VERSION, kind: 'ClusterRole', metadata, rules }),
    kubeObject<ClusterRoleBinding>(scope, 'cluster-role-binding', {
      apiVersion: API_VERSION,
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name: metadata.name },
      subjects: [subject(owner)],
    }),
  ];
}

function existing(scope: Construct, owner: AccessOwner, role: ExistingRole): ApiObject {
  const [kind, name] = 'role' in role ? (['Role', role.role] as const) : (['ClusterRole', role.clusterRole] as const);
  const suffix = name.replaceAll(':', '-');
  const roleRef = { apiGroup: GROUP, kind, name };
  const subjects = [subject(owner)];
  if ('clusterWide' in role) {
    return kubeObject<ClusterRoleBinding>(scope, `cluster-role-binding-${suffix}`, {
      apiVersion: API_VERSION,
      kind: 'ClusterRoleBinding',
      metadata: { name: `${clusterName(owner)}-${suffix}`, labels: owner.labels },
      roleRef,
      subjects,
    });
  }
  const { namespace } = role;
  const elsewhere = namespace !== undefined && namespace !== owner.namespace;
  return kubeObject<RoleBinding>(scope, `role-binding-${suffix}${elsewhere ? `-${namespace}` : ''}`, {
    apiVersion: API_VERSION,
    kind: 'RoleBinding',
    metadata: {
      // In a namespace of others the binding’s name says where its owner comes from.
      name: `${elsewhere ? clusterName(owner) : owner.name}-${suffix}`,
      namespace,
      labels: owner.labels,
    },
    roleRef,
    subjects,
  });
}

function clusterName({ name, namespace }: AccessOwner): string {
  return namespace === undefined ? name : `${namespace}-${name}`;
}

function subject({ serviceAccount, namespace }: AccessOwner): Subject {
  return { kind: 'ServiceAccount', name: serviceAccount, namespace };
}
