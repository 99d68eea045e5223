import type { ControlPlane } from '../harness/control-plane';

/** The parts of stored objects that say how far they are. */
export interface StoredObject {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly generation?: number;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
  readonly spec: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
}

/** All objects of a kind. */
export async function listAll(plane: ControlPlane, apiVersion: string, kind: string): Promise<readonly StoredObject[]> {
  const { path } = await plane.paths.ofKind(apiVersion, kind);
  return (await plane.client.expect<{ readonly items: readonly StoredObject[] }>({ method: 'GET', path })).items;
}

/** What keeps a workload from being complete; `undefined` when it is, or is of a kind that never is. */
export function incompleteness(kind: string, { metadata, spec, status = {} }: StoredObject): string | undefined {
  const numbers = (name: string): number => Number(status[name] ?? 0);
  const short = (wanted: number, ...names: readonly string[]): string | undefined => {
    const late = names.filter((name) => numbers(name) !== wanted);
    if (late.length > 0) return `${late.map((name) => `${name} ${numbers(name)}`).join(', ')} of ${wanted}`;
    return numbers('observedGeneration') === metadata.generation ? undefined : 'not yet observed';
  };
  switch (kind) {
    case 'Deployment':
      return short(Number(spec.replicas), 'replicas', 'updatedReplicas', 'readyReplicas', 'availableReplicas');
    case 'StatefulSet':
      return short(Number(spec.replicas), 'replicas', 'updatedReplicas', 'readyReplicas');
    case 'DaemonSet':
      if (numbers('desiredNumberScheduled') === 0) return 'wants no pod on any node';
      return short(numbers('desiredNumberScheduled'), 'numberReady', 'updatedNumberScheduled');
    case 'Job':
      return numbers('succeeded') === Number(spec.completions ?? 1) ? undefined : `${numbers('succeeded')} succeeded`;
    case 'Pod':
      return status.phase === 'Running' || status.phase === 'Succeeded' ? undefined : `is ${status.phase}`;
    default:
      return undefined;
  }
}
