import type { JsonObject } from '../core/json';
import { groupOf, type KubeObject, mapAt } from '../objects/kube-object';
import { mapOf } from './json-access';

const TEMPLATED = new Set(['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'apps/ReplicaSet', 'batch/Job']);

/** The pod spec that an object carries, as a Pod or in a template; `undefined` for kinds that make no pods. */
export function podSpecOf(object: KubeObject): JsonObject | undefined {
  const kind = `${groupOf(object.apiVersion)}/${object.kind}`;
  const spec = mapAt(object, 'spec');
  if (kind === '/Pod') return spec;
  if (TEMPLATED.has(kind)) return mapOf(mapOf(spec.template).spec);
  if (kind === 'batch/CronJob') return mapOf(mapOf(mapOf(mapOf(spec.jobTemplate).spec).template).spec);
  return undefined;
}
