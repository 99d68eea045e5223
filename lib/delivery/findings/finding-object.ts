import type { FindingObject } from '../../core/finding';
import type { KubeObject } from '../../objects/kube-object';

/** The object that a finding of a component speaks of. */
export function findingObject(cluster: string, component: string, object: KubeObject): FindingObject {
  const { name, namespace } = object.metadata;
  return {
    cluster,
    component,
    apiVersion: object.apiVersion,
    kind: object.kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
  };
}
