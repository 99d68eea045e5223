import type { RenderedObject } from '../../objects/kube-object';
import type { GraphNode } from './component-graph';
import type { ScaledTarget } from './scaled-targets';

/** A workload of a component, and what scales it, which another component may bring. */
export interface ScaledWorkload {
  readonly target: ScaledTarget;
  readonly workload: RenderedObject;
}

/** By component: its workloads whose replicas an autoscaler writes. */
export function scaledComponents(nodes: readonly GraphNode[]): ReadonlyMap<string, readonly ScaledWorkload[]> {
  const found = new Map<string, ScaledWorkload[]>();
  for (const scaler of nodes) {
    for (const target of scaler.facts.scaledTargets) {
      const owner = [scaler, ...nodes].find(({ facts }) => facts.workloads.has(target.key));
      const workload = owner?.facts.workloads.get(target.key);
      if (!owner || !workload) continue;
      found.set(owner.name, [...(found.get(owner.name) ?? []), { target, workload }]);
    }
  }
  return found;
}
