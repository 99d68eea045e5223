import type { Finding } from '../../core/finding';
import type { Cluster } from '../../facts/cluster';
import { mapAt } from '../../objects/kube-object';
import type { ComponentGraph } from '../graph/component-graph';
import { objectLabel } from '../graph/edge';
import { scaledComponents } from '../graph/scaled-components';
import { findingObject } from './finding-object';

/** Workloads that state their replicas while an autoscaler writes them: a sync would undo what it did. */
export function replicaFindings(cluster: Cluster, { nodes }: ComponentGraph): readonly Finding[] {
  return [...scaledComponents(nodes)].flatMap(([component, scaled]) =>
    scaled.flatMap(({ target, workload }): readonly Finding[] => {
      const { replicas } = mapAt(workload.object, 'spec');
      if (replicas === undefined) return [];
      return [
        {
          check: 'replica-owner',
          severity: 'warning',
          cluster: cluster.name,
          component,
          path: workload.path,
          object: findingObject(cluster.name, component, workload.object),
          pointer: '/spec/replicas',
          message: `${objectLabel(workload.object)} states ${JSON.stringify(replicas)} replicas, which ${objectLabel(target.scaledBy.object)} writes as well`,
          fix: 'leave spec.replicas out: the autoscaler’s minimum is enough',
        },
      ];
    }),
  );
}
