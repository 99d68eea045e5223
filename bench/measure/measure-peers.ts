import { mkdirSync } from 'node:fs';
import { type BenchCluster, benchClusters } from '../fleet/bench-cluster';
import { writeHelmChart } from '../peers/helm-chart';
import type { Tools } from '../peers/kubectl-layer';
import { writeKustomizeOverlays } from '../peers/kustomize-overlays';
import { nodeArguments } from '../processes/node-arguments';
import type { Measurement } from './measurement';
import { runProcess } from './run-process';
import type { Workspace } from './workspace';

/** Seconds after which plain cdk8s is stopped. */
const LIMIT = 60;
/** Seconds after which no further cluster is started, where each has a process of its own: each costs the same. */
const LIMIT_ONE_BY_ONE = 30;

/** Measures the peers on the objects of the worst shape: they render each cluster by itself, so shapes cost them the same. */
export async function measurePeers(workspace: Workspace, tools: Tools, count: number): Promise<readonly Measurement[]> {
  workspace.clear();
  const clusters = benchClusters(count);
  const helm = writeHelmChart(folder(workspace, 'helm'), clusters);
  const kustomize = writeKustomizeOverlays(folder(workspace, 'kustomize'), clusters);
  const out = folder(workspace, 'out');
  workspace.settle();
  return [
    await measureAsOne(count, out),
    await measureOneByOne('`helm template`', tools.helm, helm, clusters, out),
    await measureOneByOne('`kubectl kustomize`', tools.kubectl, kustomize, clusters, out),
  ];
}

function folder(workspace: Workspace, name: string): string {
  const path = workspace.fresh(name);
  mkdirSync(path);
  return path;
}

async function measureAsOne(clusters: number, out: string): Promise<Measurement> {
  const args = nodeArguments('plain-cdk8s', String(clusters), out);
  const { finished, stdout: _, ...run } = await runProcess(process.execPath, args, { limit: LIMIT });
  return { name: 'plain cdk8s', clusters, measured: finished ? clusters : 0, ...run };
}

/** A process for each cluster, one after the other, until all are done or the time is up. */
async function measureOneByOne(
  name: string,
  command: string,
  argumentsOf: (cluster: BenchCluster) => readonly string[],
  clusters: readonly BenchCluster[],
  out: string,
): Promise<Measurement> {
  let seconds = 0;
  let cpuSeconds = 0;
  let measured = 0;
  let peakBytes = 0;
  for (const cluster of clusters) {
    if (seconds >= LIMIT_ONE_BY_ONE) break;
    const run = await runProcess(command, argumentsOf(cluster), { stdoutFile: `${out}/${cluster.cluster}.yaml` });
    seconds += run.seconds;
    cpuSeconds += run.cpuSeconds ?? 0;
    measured += 1;
    peakBytes = Math.max(peakBytes, run.peakBytes ?? 0);
  }
  return {
    name,
    clusters: clusters.length,
    measured,
    seconds,
    ...(cpuSeconds > 0 ? { cpuSeconds } : {}),
    ...(peakBytes > 0 ? { peakBytes } : {}),
  };
}
