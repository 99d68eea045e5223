import type { Cluster } from '../facts/cluster';
import type { Fleet } from '../facts/fleet';

/** What delivery of one cluster has to know of the others. One object a run: what is derived from it is kept with it. */
export interface FleetView extends Pick<Fleet, 'name' | 'clusters' | 'provenance'> {
  /** Names of all components of the fleet, selected anywhere or not. */
  readonly components: readonly string[];
}

/** The clusters of a fleet by what delivery asks for, so that each cluster costs the same in a fleet of any size. */
interface Index {
  readonly byName: ReadonlyMap<string, Cluster>;
  /** Clusters that Argo CD delivers, by the name of their hub, in the order of the fleet. */
  readonly byHub: ReadonlyMap<string, readonly Cluster[]>;
  /** Clusters whose names begin with a name and a dash: `eu-prod` for `eu`. */
  readonly longer: ReadonlyMap<string, readonly Cluster[]>;
}

const INDEXES = new WeakMap<FleetView, Index>();

function indexOf(fleet: FleetView): Index {
  const known = INDEXES.get(fleet);
  if (known) return known;
  const byHub = new Map<string, Cluster[]>();
  const longer = new Map<string, Cluster[]>();
  for (const cluster of fleet.clusters) {
    const { name, delivery } = cluster;
    if (delivery.engine === 'argocd') append(byHub, delivery.managedBy ?? name, cluster);
    for (let dash = name.indexOf('-'); dash >= 0; dash = name.indexOf('-', dash + 1)) {
      append(longer, name.slice(0, dash), cluster);
    }
  }
  const index = { byName: new Map(fleet.clusters.map((cluster) => [cluster.name, cluster])), byHub, longer };
  INDEXES.set(fleet, index);
  return index;
}

function append(map: Map<string, Cluster[]>, key: string, cluster: Cluster): void {
  const clusters = map.get(key);
  if (clusters) clusters.push(cluster);
  else map.set(key, [cluster]);
}

/** The cluster whose Argo CD delivers a cluster: its hub, or itself. */
export function hubOf(fleet: FleetView, cluster: Cluster): Cluster {
  return indexOf(fleet).byName.get(cluster.delivery.managedBy ?? cluster.name) ?? cluster;
}

/** The clusters that the Argo CD of a hub delivers, the hub among them, in the order of the fleet. */
export function clustersOf(fleet: FleetView, hub: Cluster): readonly Cluster[] {
  return indexOf(fleet).byHub.get(hub.name) ?? [];
}

/** The other clusters of a cluster’s hub whose names begin with its own and a dash. */
export function longerNames(fleet: FleetView, cluster: Cluster): readonly Cluster[] {
  const hub = hubOf(fleet, cluster);
  const longer = indexOf(fleet).longer.get(cluster.name) ?? [];
  return longer.filter((other) => other.delivery.engine === 'argocd' && hubOf(fleet, other) === hub);
}

/** Whether the cluster’s engine runs in the cluster itself. */
export function runsEngine({ delivery }: Cluster): boolean {
  return delivery.engine !== 'none' && delivery.managedBy === undefined;
}
