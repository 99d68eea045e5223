import { nearest } from '../../core/nearest';
import { isKnown, type LayeredCluster } from '../layers/layered-cluster';
import type { RuleProblem } from './rule';

/** A fault that shows only beside other clusters. */
export interface FleetProblem extends RuleProblem {
  readonly cluster: LayeredCluster;
}

/**
 * Every managed cluster names a hub, and no two clusters of a hub have one destination.
 *
 * @param names - all clusters that the file names, those with invalid facts too.
 */
export function* hubs(clusters: readonly LayeredCluster[], names: readonly string[]): Iterable<FleetProblem> {
  const byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  const hubNames = clusters.filter(({ facts }) => facts.delivery?.hub).map(({ name }) => name);
  for (const cluster of clusters) {
    const managedBy = cluster.facts.delivery?.managedBy;
    if (managedBy === undefined || hubNames.includes(managedBy)) continue;
    const hub = byName.get(managedBy);
    if (hub ? !isKnown(hub, ['delivery', 'hub']) : names.includes(managedBy)) continue;
    yield { cluster, ...noHub(cluster.name, managedBy, hub !== undefined, hubNames) };
  }
  yield* repeatedDestinations(clusters);
}

function noHub(name: string, managedBy: string, exists: boolean, hubNames: readonly string[]): RuleProblem {
  const allowed = hubNames.length > 0 ? `hubs are ${hubNames.join(', ')}` : 'the fleet has no hub';
  const guess = nearest(managedBy, hubNames);
  const problem = managedBy === name ? 'the cluster itself' : exists ? 'no hub' : 'no cluster of the fleet';
  const fix = exists ? `add hub: true to the delivery of ${managedBy}, or name a hub` : 'name a cluster with hub: true';
  return {
    check: 'unknown-hub',
    path: ['delivery', 'managedBy'],
    message: `"${managedBy}" is ${problem}, ${allowed}`,
    fix: guess ? `did you mean "${guess}"?` : fix,
  };
}

function* repeatedDestinations(clusters: readonly LayeredCluster[]): Iterable<FleetProblem> {
  const owners = new Map<string, LayeredCluster>();
  // Written ones last: a default is the cluster’s own name, so the author can only change what is written.
  const written = (cluster: LayeredCluster) => cluster.facts.delivery?.destination !== undefined;
  for (const cluster of [...clusters.filter((one) => !written(one)), ...clusters.filter(written)]) {
    const { hub, managedBy, destination } = cluster.facts.delivery ?? {};
    const server = hub ? cluster.name : managedBy;
    if (server === undefined) continue;
    const name = destination ?? (hub ? 'in-cluster' : cluster.name);
    const owner = owners.get(`${server}/${name}`);
    owners.set(`${server}/${name}`, owner ?? cluster);
    if (!owner) continue;
    const message = `"${name}" is the destination of ${owner.name} too, each cluster of a hub needs its own`;
    yield {
      cluster,
      check: 'duplicate-name',
      path: ['delivery', 'destination'],
      message,
      fix: 'name the cluster’s own Secret',
    };
  }
}
