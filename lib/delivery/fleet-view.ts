import type { Cluster } from '../facts/cluster';
import type { Fleet } from '../facts/fleet';

/** What delivery of one cluster has to know of the others. */
export interface FleetView extends Pick<Fleet, 'name' | 'clusters' | 'provenance'> {
  /** Names of all components of the fleet, selected anywhere or not. */
  readonly components: readonly string[];
}

/** The cluster whose Argo CD delivers a cluster: its hub, or itself. */
export function hubOf(fleet: FleetView, cluster: Cluster): Cluster {
  const { managedBy } = cluster.delivery;
  return fleet.clusters.find(({ name }) => name === managedBy) ?? cluster;
}

/** The clusters that the Argo CD of a hub delivers, the hub among them, in the order of the fleet. */
export function clustersOf(fleet: FleetView, hub: Cluster): readonly Cluster[] {
  return fleet.clusters.filter(
    ({ name, delivery }) => delivery.engine === 'argocd' && (name === hub.name || delivery.managedBy === hub.name),
  );
}

/** Whether the cluster’s engine runs in the cluster itself. */
export function runsEngine({ delivery }: Cluster): boolean {
  return delivery.engine !== 'none' && delivery.managedBy === undefined;
}
