import type { Cluster } from '../../facts/cluster';
import type { GitSource } from '../../facts/delivery';
import type { FleetView } from '../fleet-view';
import { hubOf } from '../fleet-view';

/** Where the Applications of a cluster live, and where they find their files. */
export interface HubPlace {
  readonly cluster: Cluster;
  readonly hub: Cluster;
  readonly git: GitSource['git'];
}

/** The place of a cluster; `undefined` without a Git source, which Argo CD cannot do without. */
export function hubPlace(fleet: FleetView, cluster: Cluster): HubPlace | undefined {
  const { source } = cluster.delivery;
  return 'git' in source ? { cluster, hub: hubOf(fleet, cluster), git: source.git } : undefined;
}
