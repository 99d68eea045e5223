import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { compareText } from '../../lib/core/compare';
import { benchClusters } from '../fleet/bench-cluster';
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
  for (const name of ['helm', 'kustomize', 'plain']) mkdirSync(workspace.path(name));
  const [helm = []] = clusters.map(writeHelmChart(workspace.path('helm'), clusters));
  const [kustomize = []] = clusters.map(writeKustomizeOverlays(workspace.path('kustomize'), clusters));
  const ours = byIdentity(bayplanObjects(workspace));
  const theirs = {
    'helm template': byIdentity(parse(execFileSync(tools.helm, helm, { encoding: 'utf8' }))),
    'kubectl kustomize': byIdentity(parse(execFileSync(tools.kubectl, kustomize, { encoding: 'utf8' }))),
    'plain cdk8s': byIdentity(plainObjects(workspace)),
  };
  if (ours.size !== OBJECTS_PER_CLUSTER) throw new Error(`Bayplan renders ${ours.size} objects a cluster`);
  for (const [peer, objects] of Object.entries(theirs)) {
    for (const id of new Set([...ours.keys(), ...objects.keys()])) {
      if (isDeepStrictEqual(ours.get(id), objects.get(id))) continue;
      const both = [ours.get(id), objects.get(id)].map((object) => JSON.stringify(object, undefined, 1)).join('\n');
      throw new Error(`${peer} renders another ${id} than Bayplan:\n${both}`);
    }
  }
  workspace.settle('helm', 'kustomize', 'plain', 'dist');
}

function bayplanObjects(workspace: Workspace): readonly unknown[] {
  const fleet = workspace.path('fleet.yaml');
  writeFileSync(fleet, fleetYaml(benchClusters(1)));
  execFileSync(process.execPath, nodeArguments('bayplan', 'worst', fleet, workspace.path('dist')));
  const [cluster = ''] = readdirSync(workspace.path('dist', 'clusters'));
  return APPS.flatMap((app) => yamlFiles(workspace.path('dist', 'clusters', cluster, app)));
}

function plainObjects(workspace: Workspace): readonly unknown[] {
  execFileSync(process.execPath, nodeArguments('plain-cdk8s', '1', workspace.path('plain')));
  return yamlFiles(workspace.path('plain'));
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
