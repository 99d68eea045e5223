import { type App, metadataOf } from './app';
import type { Manifest } from './manifest';

export function serviceAccount(app: App): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: metadataOf(app),
    automountServiceAccountToken: false,
  };
}

export function role(app: App): Manifest {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: metadataOf(app),
    rules: [
      { apiGroups: [''], resources: ['configmaps'], resourceNames: [app.name], verbs: ['get', 'list', 'watch'] },
      {
        apiGroups: ['coordination.k8s.io'],
        resources: ['leases'],
        verbs: ['create', 'get', 'list', 'update', 'watch'],
      },
      { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
    ],
  };
}

export function roleBinding(app: App): Manifest {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: metadataOf(app),
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: app.name },
    subjects: [{ kind: 'ServiceAccount', name: app.name, namespace: app.name }],
  };
}
