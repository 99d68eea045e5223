import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Trial } from '../fleet/trial';
import { listAll } from '../fleet/workload-state';
import { PLATFORM_NAMESPACE } from '../harness/platform-pods';
import { toolCache } from '../tool-path';
import { releaseOf } from '../tools';

/** What a run of the suite says of one cluster. */
export interface TrialRecord {
  readonly cluster: string;
  readonly kubernetes: string;
  readonly judgedBy: string;
  readonly objects: number;
  readonly kinds: number;
  /** Pods of ours, at the maximum. */
  readonly pods: number;
  readonly nodes: number;
  readonly claims: number;
  readonly seconds: number;
}

const FOLDER = join(toolCache(), 'results');

/** Forgets the records of earlier runs. */
export function clearRecords(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}

/** Counts what is in a cluster at the end of its trial. */
export async function recordTrial({ cluster, plane, applied }: Trial, seconds: number): Promise<void> {
  const pods = await listAll(plane, 'v1', 'Pod');
  const record: TrialRecord = {
    cluster: cluster.name,
    kubernetes: cluster.kubernetes,
    judgedBy: releaseOf(plane.kubernetes),
    objects: applied.length,
    kinds: new Set(applied.map(({ document: { object } }) => `${object.apiVersion} ${object.kind}`)).size,
    pods: pods.filter(({ metadata }) => metadata.namespace !== PLATFORM_NAMESPACE).length,
    nodes: (await listAll(plane, 'v1', 'Node')).length,
    claims: (await listAll(plane, 'v1', 'PersistentVolumeClaim')).length,
    seconds: Math.round(seconds),
  };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${cluster.name}.json`), JSON.stringify(record));
}

/** The records of the last run, in no order. */
export function readRecords(): readonly TrialRecord[] {
  try {
    return readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as TrialRecord);
  } catch {
    return [];
  }
}
