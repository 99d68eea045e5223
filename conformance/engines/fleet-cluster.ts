import { join } from 'node:path';
import { readFleet } from '../../lib/facts/read-fleet';
import { ControlPlane } from '../harness/control-plane';
import { playKubelets } from '../harness/kubelet';
import { playProvisioners } from '../harness/provisioner';
import { simulatedNodes } from '../harness/simulated-nodes';
import { nearestMinor } from '../nearest-minor';
import { type DefinitionSource, definitionFiles } from './definitions';
import { kubectl } from './kubectl';

/** The repository’s root, its fleet and the tree that it ships. */
export const PROJECT = join(__dirname, '..', '..');
export const DIST = join(PROJECT, 'dist');

/** A control plane with the nodes of a cluster of the fleet, on which pods run and claims get volumes. */
export interface FleetCluster {
  readonly name: string;
  readonly plane: ControlPlane;
  /** Runs kubectl against it, as a person would. */
  readonly kubectl: (args: readonly string[], input?: string) => string;
  readonly stop: () => Promise<void>;
}

/** Starts the control plane of a cluster of the shipped fleet, with its pools at their minimum. */
export async function startFleetCluster(name: string, definitions: readonly DefinitionSource[]): Promise<FleetCluster> {
  const cluster = readFleet(join(PROJECT, 'fleet', 'fleet.yaml')).fleet?.clusters.find((other) => other.name === name);
  if (!cluster) throw new Error(`fleet/fleet.yaml: no cluster ${name}`);
  const plane = await ControlPlane.start({ kubernetes: nearestMinor(cluster.kubernetes) });
  const { client } = plane;
  await plane.nodes(simulatedNodes(cluster, 'min'));
  const endings = [playKubelets(client), playProvisioners(client)];
  const run = (args: readonly string[], input?: string) => kubectl(plane.kubeconfig, args, input);
  const files = definitions.flatMap(definitionFiles);
  if (files.length > 0) run(['apply', '--server-side', ...files.flatMap((file) => ['-f', file])]);
  return {
    name,
    plane,
    kubectl: run,
    stop: async () => {
      for (const end of endings) end();
      await plane.stop();
    },
  };
}
