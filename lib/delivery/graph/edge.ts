import type { KubeObject, RenderedObject } from '../../objects/kube-object';

/** Why one component has to be ready before another. */
export type EdgeReason =
  | { readonly type: 'declared' }
  | { readonly type: 'namespace'; readonly namespace: string; readonly object?: RenderedObject }
  | { readonly type: 'kind'; readonly object: RenderedObject }
  | { readonly type: 'class'; readonly kind: string; readonly name: string; readonly object: RenderedObject }
  | { readonly type: 'webhook'; readonly webhook: string; readonly kind: string }
  | { readonly type: 'metrics'; readonly group: string; readonly object: RenderedObject };

/** A dependency between two components of one cluster. */
export interface Edge {
  /** The component that has to be ready first. */
  readonly to: string;
  readonly reason: EdgeReason;
}

/** `Deployment shop/frontend`, as messages name an object. */
export function objectLabel({ kind, metadata }: KubeObject): string {
  return `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
}

/** The reason in words, for a sentence such as `shop needs mesh (…)`. */
export function describeReason(reason: EdgeReason): string {
  switch (reason.type) {
    case 'declared':
      return 'dependsOn';
    case 'namespace':
      return reason.object
        ? `${objectLabel(reason.object.object)} lies in its namespace`
        : `names its namespace "${reason.namespace}"`;
    case 'kind':
      return `it provides the kind of ${objectLabel(reason.object.object)}`;
    case 'class':
      return `${objectLabel(reason.object.object)} names its ${reason.kind} "${reason.name}"`;
    case 'webhook':
      return `its webhook "${reason.webhook}" judges ${reason.kind} objects`;
    case 'metrics':
      return `${objectLabel(reason.object.object)} asks its ${reason.group}`;
  }
}
