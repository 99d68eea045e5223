import type { Finding } from '../../core/finding';
import type { Cluster } from '../../facts/cluster';
import { DELIVERY } from '../delivery-name';
import { type FleetView, longerNames } from '../fleet-view';
import type { ComponentGraph } from '../graph/component-graph';

/** Names that delivery needs for itself, or that two things on a hub would share. */
export function nameFindings(fleet: FleetView, cluster: Cluster, graph: ComponentGraph): readonly Finding[] {
  const reserved = graph.nodes
    .filter(({ name }) => name === DELIVERY)
    .map(({ name }): Finding => {
      return {
        check: 'invalid-name',
        severity: 'error',
        cluster: cluster.name,
        component: name,
        message: `a component is named "${name}", as the folder of the delivery objects is`,
        fix: 'give the component another name',
      };
    });
  return cluster.delivery.engine === 'argocd' ? [...reserved, ...hubFindings(fleet, cluster, graph)] : reserved;
}

function hubFindings(fleet: FleetView, cluster: Cluster, graph: ComponentGraph): readonly Finding[] {
  const findings: Finding[] = [];
  if (cluster.name === DELIVERY || cluster.name === 'default') {
    findings.push({
      check: 'invalid-name',
      severity: 'error',
      cluster: cluster.name,
      message: `a cluster is named "${cluster.name}", and Argo CD would give it an AppProject that is taken`,
      fix: 'give the cluster another name',
    });
  }
  for (const other of longerNames(fleet, cluster)) {
    for (const { name } of graph.nodes) {
      const full = `${cluster.name}-${name}`;
      const rest = full.slice(other.name.length + 1);
      const taken = full === other.name || (full.startsWith(`${other.name}-`) && fleet.components.includes(rest));
      if (!taken) continue;
      findings.push({
        check: 'duplicate-name',
        severity: 'error',
        cluster: cluster.name,
        component: name,
        message: `the Application of ${name} on ${cluster.name} would be named ${full}, as one of ${other.name} is`,
        fix: 'rename the component or one of the clusters',
      });
    }
  }
  return findings;
}
