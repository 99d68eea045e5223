import type { DeliveredDocument } from './delivered-document';
import type { Trial } from './trial';
import { incompleteness, listAll, type StoredObject } from './workload-state';

interface Autoscaler {
  readonly scaleTargetRef: { readonly apiVersion: string; readonly kind: string; readonly name: string };
  readonly minReplicas?: number;
  readonly maxReplicas: number;
}

/** Which bound of the autoscalers their targets have to be at. */
export type Scale = 'minReplicas' | 'maxReplicas';

/** An autoscaler of the fleet. */
export function autoscalerOf({ object }: DeliveredDocument): Autoscaler | undefined {
  return object.kind === 'HorizontalPodAutoscaler' ? (object.spec as unknown as Autoscaler) : undefined;
}

/** Everything that has not rolled out yet, with the scheduler's words for the pods that wait. */
export async function unfinished(trial: Trial, scale: Scale): Promise<readonly string[]> {
  const pods = await listAll(trial.plane, 'v1', 'Pod');
  const events = (await listAll(trial.plane, 'v1', 'Event')) as unknown as readonly Event[];
  const problems: string[] = [];
  for (const { document } of trial.applied) {
    const { object } = document;
    const path = await trial.plane.paths.of(object).catch(() => undefined);
    if (path === undefined || !RUNNING.has(object.kind)) continue;
    const { status, body } = await trial.plane.client.call({ method: 'GET', path });
    if (status !== 200) continue;
    const stored = body as StoredObject;
    const wanted = wantedReplicas(trial, document, scale);
    const missing =
      wanted !== undefined && stored.spec.replicas !== wanted
        ? `has ${stored.spec.replicas} replicas, its autoscaler's ${scale} is ${wanted}`
        : incompleteness(object.kind, stored);
    if (missing)
      problems.push(
        trial.problem(document, [missing, ...waitReasons(document, pods), ...refusals(document, events)].join('; ')),
      );
  }
  return problems;
}

const RUNNING = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'Pod']);

interface Event {
  readonly reason: string;
  readonly message: string;
  readonly involvedObject: { readonly kind: string; readonly name: string; readonly namespace: string };
}

function wantedReplicas({ applied }: Trial, { object }: DeliveredDocument, scale: Scale): number | undefined {
  for (const { document } of applied) {
    const autoscaler = autoscalerOf(document);
    if (!autoscaler || document.object.metadata.namespace !== object.metadata.namespace) continue;
    const { kind, name } = autoscaler.scaleTargetRef;
    if (kind === object.kind && name === object.metadata.name) return autoscaler[scale] ?? 1;
  }
  return undefined;
}

/** Why the scheduler leaves pods of a workload waiting, each reason once. */
function waitReasons(
  { object: { kind, metadata } }: DeliveredDocument,
  pods: readonly StoredObject[],
): readonly string[] {
  const own = pods.filter((pod) => pod.metadata.namespace === metadata.namespace && isOf(kind, metadata.name, pod));
  const reasons = own.flatMap(({ status }) => {
    const conditions = (status?.conditions ?? []) as readonly { type: string; status: string; message?: string }[];
    return conditions
      .filter(({ type, status }) => type === 'PodScheduled' && status === 'False')
      .map(({ message }) => message ?? '');
  });
  return [...new Set(reasons)];
}

function isOf(kind: string, name: string, pod: StoredObject): boolean {
  if (kind === 'Pod') return pod.metadata.name === name;
  return (pod.metadata.ownerReferences ?? []).some((owner) =>
    owner.kind === 'ReplicaSet'
      ? kind === 'Deployment' && owner.name.replace(/-[^-]+$/, '') === name
      : owner.kind === kind && owner.name === name,
  );
}

/** What admission said when a controller wanted to make pods. */
function refusals({ object: { metadata } }: DeliveredDocument, events: readonly Event[]): readonly string[] {
  const own = events.filter(
    ({ reason, involvedObject }) =>
      reason === 'FailedCreate' &&
      involvedObject.namespace === metadata.namespace &&
      (involvedObject.name === metadata.name || involvedObject.name.replace(/-[^-]+$/, '') === metadata.name),
  );
  return [...new Set(own.map(({ message }) => message))];
}
