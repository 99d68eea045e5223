import { writeFileSync } from 'node:fs';
import { benchClusters } from '../fleet/bench-cluster';
import { fleetYaml } from '../fleet/fleet-yaml';
import { nodeArguments } from '../processes/node-arguments';
import type { Shape } from '../shapes/shape';
import type { Measurement } from './measurement';
import { median } from './median';
import { type ProcessRun, runProcess } from './run-process';
import type { Workspace } from './workspace';

/** Clusters that a process synthesizes before it is timed from inside. */
const WARM_UP = 10;

/** Bayplan on one shape and size, and the copy of its tree. */
export interface ShapeMeasurement {
  readonly whole: Measurement;
  readonly warm: Measurement;
  readonly copy: Measurement;
}

/**
 * Measures the whole process, the copy of what it wrote and a warm process in turn, each in a fresh process, so that a
 * machine that slows down slows all of them; ratios are taken within a turn, then their median.
 */
export async function measureShape(
  workspace: Workspace,
  shape: Shape,
  clusters: number,
  runs: number,
): Promise<ShapeMeasurement> {
  const turns: Turn[] = [];
  for (let run = 0; run < runs; run += 1) turns.push(await takeTurn(workspace, shape, clusters));
  const name = `Bayplan, ${shape}`;
  const copy = turns.map((turn) => turn.copy);
  return {
    whole: summary(
      name,
      clusters,
      turns.map((turn) => turn.whole),
      copy,
    ),
    warm: summary(
      `${name}, warm`,
      clusters,
      turns.map((turn) => turn.warm),
      copy,
    ),
    copy: summary('`cp -r` of its tree', clusters, copy, copy),
  };
}

interface Turn {
  readonly whole: ProcessRun;
  readonly copy: ProcessRun;
  readonly warm: ProcessRun;
}

async function takeTurn(workspace: Workspace, shape: Shape, clusters: number): Promise<Turn> {
  workspace.clear();
  const fleet = writeFleet(workspace, clusters);
  const small = writeFleet(workspace, WARM_UP);
  const tree = workspace.fresh('tree');
  workspace.settle();
  const whole = await runProcess(process.execPath, nodeArguments('bayplan', shape, fleet, tree));
  workspace.settle();
  const copy = await runProcess('cp', ['-r', tree, workspace.fresh('copy')]);
  workspace.settle();
  const pairs = [small, workspace.fresh('warm-up'), fleet, workspace.fresh('tree')];
  const warm = await runProcess(process.execPath, nodeArguments('bayplan', shape, ...pairs));
  return { whole, copy, warm: { ...warm, ...JSON.parse(warm.stdout) } };
}

function writeFleet(workspace: Workspace, clusters: number): string {
  const file = workspace.fresh('fleet.yaml');
  writeFileSync(file, fleetYaml(benchClusters(clusters)));
  return file;
}

function summary(
  name: string,
  clusters: number,
  runs: readonly ProcessRun[],
  copies: readonly ProcessRun[],
): Measurement {
  const ratios = runs.map((run, index) => run.seconds / (copies[index]?.seconds ?? Number.NaN));
  const cpu = runs.flatMap(({ cpuSeconds }) => cpuSeconds ?? []);
  const peaks = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  return {
    name,
    clusters,
    measured: clusters,
    seconds: median(runs.map((run) => run.seconds)),
    timesCopy: median(ratios),
    ...(cpu.length > 0 ? { cpuSeconds: median(cpu) } : {}),
    ...(peaks.length > 0 ? { peakBytes: Math.max(...peaks) } : {}),
  };
}
