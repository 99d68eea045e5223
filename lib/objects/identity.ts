import { groupOf, type KubeObject } from './kube-object';

/** What makes an object the same object within a cluster: never the version, never the construct path. */
export interface Identity {
  readonly group: string;
  readonly kind: string;
  /** Empty for cluster-scoped objects. */
  readonly namespace: string;
  readonly name: string;
}

export function identityOf(object: KubeObject): Identity {
  return {
    group: groupOf(object.apiVersion),
    kind: object.kind,
    namespace: object.metadata.namespace ?? '',
    name: object.metadata.name,
  };
}

/** `apps/Deployment/shop/frontend`: unique within a cluster, and readable in messages. */
export function formatIdentity(identity: Identity): string {
  const kind = identity.group ? `${identity.group}/${identity.kind}` : identity.kind;
  return identity.namespace ? `${kind}/${identity.namespace}/${identity.name}` : `${kind}/${identity.name}`;
}
