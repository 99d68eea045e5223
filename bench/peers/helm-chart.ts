import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { namespaceObject } from '../../lib/render/namespace-object';
import { type BenchCluster, FACTS } from '../fleet/bench-cluster';
import { appObjects } from '../shapes/app-objects';
import { type Scale, scaleOf } from '../shapes/scale';
import { APPS, KUBERNETES } from '../shapes/shape';

/** Numbers that stand for values while the template is plain data: they occur nowhere else. */
const PLACEHOLDERS = { minReplicas: 900001, maxReplicas: 900002 } as const;

/**
 * Writes a Helm chart that renders the objects of a cluster, and a file of values for each cluster.
 *
 * The templates are made from the very objects that the other peers render, so they cannot drift.
 *
 * @returns the arguments of helm for a cluster.
 */
export function writeHelmChart(
  folder: string,
  clusters: readonly BenchCluster[],
): (cluster: BenchCluster) => readonly string[] {
  const chart = join(folder, 'chart');
  mkdirSync(join(chart, 'templates'), { recursive: true });
  mkdirSync(join(folder, 'values'));
  writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: harbour\nversion: 1.0.0\n');
  for (const app of APPS) writeFileSync(join(chart, 'templates', `${app}.yaml`), template(app));
  const valuesFile = ({ cluster }: BenchCluster): string => join(folder, 'values', `${cluster}.yaml`);
  for (const cluster of clusters) {
    writeFileSync(valuesFile(cluster), Yaml.stringify({ ...cluster, ...scaleOf(cluster.size) }));
  }
  return (cluster) => ['template', 'harbour', chart, '--values', valuesFile(cluster)];
}

function template(name: string): string {
  const settings = Object.fromEntries(FACTS.map((fact) => [fact, value(fact)]));
  const scale: Scale = { ...PLACEHOLDERS, cpu: value('cpu'), memory: value('memory') };
  const objects = [namespaceObject({ name }, KUBERNETES), ...appObjects({ name, settings, scale })];
  let text = Yaml.stringify(...objects);
  for (const [key, placeholder] of Object.entries(PLACEHOLDERS)) text = text.replaceAll(`${placeholder}`, value(key));
  return text;
}

function value(key: string): string {
  return `{{ .Values.${key} }}`;
}
