import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { compareText } from '../../lib/core/compare';
import { type BenchCluster, benchClusters } from '../fleet/bench-cluster';
import { fleetYaml } from '../fleet/fleet-yaml';
import type { Workspace } from '../measure/workspace';
import { nodeArguments } from '../processes/node-arguments';
import { APPS, OBJECTS_PER_CLUSTER } from '../shapes/shape';
import { writeHelmChart } from './helm-chart';
import type { Tools } from './kubectl-layer';
import { writeKustomizeOverlays } from './kustomize-overlays';

/**
 * Lets all peers render one cluster and compares what comes out: a comparison of times means nothing unless the work is
 * the same.
 *
 * @throws {Error} when a peer renders other objects than Bayplan.
 */
export function checkAgreement(workspace: Workspace, tools: Tools): void {
  const clusters = benchClusters(1);
  const ours = byIdentity(bayplanObjects(workspace, clusters));
  if (ours.size !== OBJECTS_PER_CLUSTER) throw new Error(`Bayplan renders ${ours.size} objects a cluster`);
  const [helm = []] = clusters.map(writeHelmChart(newFolder(workspace, 'helm'), clusters));
  compare('helm template', ours, parse(execFileSync(tools.helm, helm, { encoding: 'utf8' })));
  const [kustomize = []] = clusters.map(writeKustomizeOverlays(newFolder(workspace, 'kustomize'), clusters));
  compare('kubectl kustomize', ours, parse(execFileSync(tools.kubectl, kustomize, { encoding: 'utf8' })));
  compare('plain cdk8s', ours, plainObjects(workspace));
}

function compare(peer: string, ours: ReadonlyMap<string, unknown>, objects: readonly unknown[]): void {
  const theirs = byIdentity(objects);
  for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
    if (isDeepStrictEqual(ours.get(id), theirs.get(id))) continue;
    const both = [ours.get(id), theirs.get(id)].map((object) => JSON.stringify(object, undefined, 1)).join('\n');
    throw new Error(`${peer} renders another ${id} than Bayplan:\n${both}`);
  }
}

function bayplanObjects(workspace: Workspace, clusters: readonly BenchCluster[]): readonly unknown[] {
  const [fleet, tree] = [workspace.fresh('fleet.yaml'), workspace.fresh('tree')];
  writeFileSync(fleet, fleetYaml(clusters));
  execFileSync(process.execPath, nodeArguments('bayplan', 'worst', fleet, tree));
  const folders = clusters.flatMap(({ cluster }) => APPS.map((app) => join(tree, 'clusters', cluster, app)));
  return folders.flatMap(yamlFiles).map(withoutEngine);
}

/** An object as it was rendered: delivery tells Flux what to keep and what to make anew. */
function withoutEngine(object: unknown): unknown {
  return JSON.parse(JSON.stringify(object), (key, value) => {
    if (key !== 'annotations') return value;
    const own = Object.entries(value).filter(([name]) => !name.startsWith('kustomize.toolkit.fluxcd.io/'));
    return own.length === 0 ? undefined : Object.fromEntries(own);
  });
}

function plainObjects(workspace: Workspace): readonly unknown[] {
  const tree = workspace.fresh('tree');
  execFileSync(process.execPath, nodeArguments('plain-cdk8s', '1', tree));
  return yamlFiles(tree);
}

function newFolder(workspace: Workspace, name: string): string {
  const path = workspace.fresh(name);
  mkdirSync(path);
  return path;
}

function yamlFiles(folder: string): readonly unknown[] {
  const names = existsSync(folder) ? readdirSync(folder).sort(compareText) : [];
  // kustomization.yaml is a list of files for Flux, no object of the cluster.
  const files = names.filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml');
  return files.flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')));
}

function parse(text: string): readonly unknown[] {
  return parseAllDocuments(text)
    .map((document) => document.toJS())
    .filter((object) => object !== null);
}

function byIdentity(objects: readonly unknown[]): ReadonlyMap<string, unknown> {
  return new Map(
    objects.map((object) => {
      const { kind, metadata } = object as { kind: string; metadata: { name: string; namespace?: string } };
      return [`${kind} ${metadata.namespace ?? ''}/${metadata.name}`, object];
    }),
  );
}
