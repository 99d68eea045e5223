import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measurePeers } from './measure/measure-peers';
import { measureShape, type ShapeMeasurement } from './measure/measure-shape';
import type { Measurement } from './measure/measurement';
import { openWorkspace, type Workspace } from './measure/workspace';
import { type BenchOptions, readOptions } from './options';
import { checkAgreement } from './peers/agreement';
import { installTools } from './peers/kubectl-layer';
import { betweenMarkers } from './report/between-markers';
import { machineLine } from './report/machine';
import { resultsTable } from './report/results-table';
import { targetsTable } from './report/targets';
import { SHAPES, type Shape } from './shapes/shape';

const PAGE = join(__dirname, '..', 'docs', 'benchmarks.md');

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const workspace = openWorkspace(bytesNeeded(options), options.folder);
  try {
    const report = await run(options, workspace);
    process.stdout.write(report);
    if (options.whole) writeFileSync(PAGE, betweenMarkers(readFileSync(PAGE, 'utf8'), report));
  } finally {
    workspace.dispose();
  }
}

async function run({ clusters, runs, peers }: BenchOptions, workspace: Workspace): Promise<string> {
  const tools = peers ? installTools() : undefined;
  if (tools) checkAgreement(workspace, tools);
  const ours: Record<Shape, ShapeMeasurement[]> = { typical: [], worst: [] };
  const measurements: Measurement[] = [];
  for (const count of clusters) {
    for (const shape of SHAPES) {
      progress(`${count} clusters, ${shape}`);
      const measured = await measureShape(workspace, shape, count, runs);
      ours[shape].push(measured);
      measurements.push(measured.whole, measured.warm, measured.copy);
    }
    if (!tools) continue;
    progress(`${count} clusters, peers`);
    measurements.push(...(await measurePeers(workspace, tools, count)));
  }
  const machine = machineLine(workspace.root);
  const extremes = { typical: ends(ours.typical), worst: ends(ours.worst) };
  return `${machine}\n\n${resultsTable(measurements)}\n${targetsTable(extremes)}`;
}

/** A tree takes some 1.4 MB a cluster, as small files fill a block each; a turn writes it three times. */
function bytesNeeded({ clusters }: BenchOptions): number {
  return Math.max(...clusters) * 3 * 1.4e6;
}

function ends(measurements: readonly ShapeMeasurement[]): { small: ShapeMeasurement; large: ShapeMeasurement } {
  const [small, large] = [measurements.at(0), measurements.at(-1)];
  if (!small || !large) throw new Error('no fleet size was measured');
  return { small, large };
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
