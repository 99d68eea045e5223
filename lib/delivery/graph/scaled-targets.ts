import { groupOf, mapAt, type RenderedObject } from '../../objects/kube-object';
import { mapOf, wordOf } from '../json-access';

/** Group, kind, namespace and name of a workload. */
export type TargetKey = string;

/** A workload whose `spec.replicas` an autoscaler writes. */
export interface ScaledTarget {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly key: TargetKey;
  /** The autoscaler. */
  readonly scaledBy: RenderedObject;
}

/** The key that a workload and what scales it share. */
export function targetKey(group: string, kind: string, namespace: string, name: string): TargetKey {
  return `${group}/${kind}/${namespace}/${name}`;
}

/**
 * What an autoscaler scales: a HorizontalPodAutoscaler of Kubernetes or a ScaledObject of KEDA; `undefined` for other
 * objects.
 *
 * @see https://keda.sh/docs/latest/reference/scaledobject-spec/ for the kind that KEDA takes when none is written
 */
export function scaledTarget(scaledBy: RenderedObject): ScaledTarget | undefined {
  const { object } = scaledBy;
  const kindName = `${groupOf(object.apiVersion)}/${object.kind}`;
  if (kindName !== 'autoscaling/HorizontalPodAutoscaler' && kindName !== 'keda.sh/ScaledObject') return undefined;
  const target = mapOf(mapAt(object, 'spec').scaleTargetRef);
  const name = wordOf(target.name);
  if (name === undefined) return undefined;
  const group = groupOf(wordOf(target.apiVersion) ?? 'apps/v1');
  const kind = wordOf(target.kind) ?? 'Deployment';
  const namespace = object.metadata.namespace ?? '';
  return { group, kind, namespace, name, key: targetKey(group, kind, namespace, name), scaledBy };
}
