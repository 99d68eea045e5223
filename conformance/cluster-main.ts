import { Command } from 'commander';
import { buildTools, GoMissing } from './build-tools';
import { shippedFleet } from './fleet/shipped-fleet';
import { startTrial } from './fleet/trial';
import { messageOf } from './harness/kube-client';
import { toolPath } from './tool-path';
import { KUBECTL } from './tools';

/** Leaves the control plane of one cluster running, with its nodes and everything applied, until Ctrl-C. */
async function main(): Promise<void> {
  const { cluster: name } = new Command('cluster')
    .description('run a cluster of the fleet on a real control plane, with simulated nodes')
    .requiredOption('--cluster <name>', 'a cluster of fleet/fleet.yaml')
    .parse()
    .opts<{ cluster: string }>();
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const fleet = shippedFleet();
  const shipped = fleet.find(({ cluster }) => cluster.name === name);
  if (!shipped) {
    const names = fleet.map(({ cluster }) => cluster.name).join(', ');
    throw new Error(`no cluster "${name}" in fleet/fleet.yaml; there are ${names}`);
  }
  buildTools(say);
  const trial = await startTrial(shipped);
  for (const { document, reply } of trial.applied) {
    if (reply.status >= 300) say(trial.problem(document, `${reply.status} ${messageOf(reply.body)}`));
  }
  say(`${name}: ${trial.applied.length} objects applied to Kubernetes ${trial.plane.kubernetes}; Ctrl-C ends it`);
  say(`  ${toolPath(KUBECTL)} --kubeconfig ${trial.plane.kubeconfig} get pods -A`);
  process.stdout.write(`${trial.plane.kubeconfig}\n`);
  const end = (): void => void trial.stop().then(() => process.exit(0));
  process.once('SIGINT', end).once('SIGTERM', end);
}

main().catch((error: Error) => {
  process.stderr.write(`cluster: ${error.message}\n`);
  process.exit(error instanceof GoMissing ? 2 : 1);
});
