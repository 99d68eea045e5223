import { join } from 'node:path';
import type { Cluster } from '../../lib/facts/cluster';
import { readFleet } from '../../lib/facts/read-fleet';

const FILE = 'fleet/fleet.yaml';

/** The clusters of the fleet that this repository ships. */
export function shippedFleet(): readonly Cluster[] {
  const { fleet, findings } = readFleet(join(__dirname, '../..', FILE), FILE);
  if (!fleet) throw new Error(JSON.stringify(findings, null, 2));
  return fleet.clusters;
}
