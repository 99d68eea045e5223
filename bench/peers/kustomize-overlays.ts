import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { namespaceObject } from '../../lib/render/namespace-object';
import { type BenchCluster, FACTS } from '../fleet/bench-cluster';
import { type App, factLabels } from '../shapes/app';
import { appObjects } from '../shapes/app-objects';
import { factVariables } from '../shapes/config-map';
import { resourcesOf } from '../shapes/deployment';
import { scaleOf } from '../shapes/scale';
import { APPS, appOn, KUBERNETES } from '../shapes/shape';

/**
 * Writes a kustomize base with the objects that all clusters have, and an overlay for each cluster: its facts as labels,
 * and patches by kind for configuration and scale.
 *
 * @returns the arguments of kubectl for a cluster.
 */
export function writeKustomizeOverlays(
  folder: string,
  clusters: readonly BenchCluster[],
): (cluster: BenchCluster) => readonly string[] {
  writeBase(join(folder, 'base', 'namespaces'), APPS, (name) => [namespaceObject({ name }, KUBERNETES)]);
  writeBase(join(folder, 'base', 'apps'), APPS, (name) =>
    appObjects({ name, settings: {}, scale: scaleOf(undefined) }),
  );
  const overlay = ({ cluster }: BenchCluster): string => join(folder, 'clusters', cluster);
  for (const cluster of clusters) {
    writeKustomization(overlay(cluster), { resources: ['../../base/namespaces', 'apps'] });
    writeKustomization(join(overlay(cluster), 'apps'), appsOverlay(cluster));
  }
  return (cluster) => ['kustomize', overlay(cluster)];
}

function writeBase(folder: string, apps: readonly string[], objects: (app: string) => readonly object[]): void {
  writeKustomization(folder, { resources: apps.map((app) => `${app}.yaml`) });
  for (const app of apps) writeFileSync(join(folder, `${app}.yaml`), Yaml.stringify(...objects(app)));
}

function appsOverlay(cluster: BenchCluster): object {
  const app = appOn(cluster, '', FACTS);
  return {
    resources: ['../../../base/apps'],
    labels: [{ pairs: factLabels(app.settings), includeTemplates: true }],
    patches: patches(app),
  };
}

function patches({ settings, scale }: App): readonly object[] {
  const { minReplicas, maxReplicas } = scale;
  const containers = [{ name: 'server', resources: resourcesOf(scale) }];
  return [
    patch('v1', 'ConfigMap', { data: factVariables(settings) }),
    patch('apps/v1', 'Deployment', { spec: { template: { spec: { containers } } } }),
    patch('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { minReplicas, maxReplicas } }),
  ];
}

/** A patch of all objects of a kind; the name in it is not looked at. */
function patch(apiVersion: string, kind: string, change: object): object {
  return { target: { kind }, patch: Yaml.stringify({ apiVersion, kind, metadata: { name: 'any' }, ...change }) };
}

function writeKustomization(folder: string, content: object): void {
  mkdirSync(folder, { recursive: true });
  const head = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' };
  writeFileSync(join(folder, 'kustomization.yaml'), Yaml.stringify({ ...head, ...content }));
}
