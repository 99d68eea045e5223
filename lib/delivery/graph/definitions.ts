import { groupOf, type KubeObject, mapAt } from '../../objects/kube-object';
import { mapOf, wordOf } from '../json-access';

/** A kind without its version. */
export interface KindName {
  readonly group: string;
  readonly kind: string;
}

/** The kind that a CustomResourceDefinition makes known; `undefined` for other objects. */
export function definedKind(object: KubeObject): KindName | undefined {
  if (object.kind !== 'CustomResourceDefinition' || groupOf(object.apiVersion) !== 'apiextensions.k8s.io')
    return undefined;
  const { group, names } = mapAt(object, 'spec');
  const kind = wordOf(mapOf(names).kind);
  return kind === undefined ? undefined : { group: wordOf(group) ?? '', kind };
}

/** The API group that an APIService hands to another server; `undefined` for other objects and for local groups. */
export function servedGroup(object: KubeObject): string | undefined {
  if (object.kind !== 'APIService' || groupOf(object.apiVersion) !== 'apiregistration.k8s.io') return undefined;
  const { group, service } = mapAt(object, 'spec');
  return service === undefined || service === null ? undefined : wordOf(group);
}
