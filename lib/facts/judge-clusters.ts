import type { Cluster } from './cluster';
import type { FactPath } from './fact-path';
import type { FactProblem } from './layers/fact-problem';
import { isKnown, type LayeredCluster, whereMissing, whereWritten } from './layers/layered-cluster';
import { resolveCluster } from './resolve/cluster';
import { CLUSTER_RULES } from './rules/cluster-rules';
import { hubs } from './rules/hubs';
import type { RuleProblem } from './rules/rule';
import { fleetFile } from './schema/fleet-file';
import { choicesAt, exampleAt } from './schema/schema-at';
import { yamlWord } from './yaml/yaml-word';

/** Clusters with complete facts, and what is wrong with the others. */
export interface JudgedClusters {
  readonly clusters: readonly Cluster[];
  readonly problems: readonly FactProblem[];
}

/**
 * Judges what only merged facts tell, and completes them.
 *
 * @param names - all clusters that the file names, those without valid facts too.
 */
export function judgeClusters(layered: readonly LayeredCluster[], names: readonly string[]): JudgedClusters {
  const problems: FactProblem[] = [];
  const clusters: Cluster[] = [];
  for (const cluster of layered) {
    for (const rule of CLUSTER_RULES) {
      for (const problem of rule(cluster)) problems.push(located(cluster, problem));
    }
    const resolved = resolveCluster(cluster, (path) => {
      if (isKnown(cluster, path)) problems.push(missingFact(cluster, path));
    });
    if (resolved) clusters.push(resolved);
  }
  for (const { cluster, ...problem } of hubs(layered, names)) problems.push(located(cluster, problem));
  return { clusters, problems };
}

function located(cluster: LayeredCluster, problem: RuleProblem): FactProblem {
  const { check, onKey, message, fix } = problem;
  const where =
    (check === 'missing-key' ? undefined : whereWritten(cluster, problem.path)) ?? whereMissing(cluster, problem.path);
  const { path, offset, keyOffset } = where ?? { path: problem.path, offset: 0, keyOffset: 0 };
  return { check, path, offset: onKey ? keyOffset : offset, message, fix, cluster: cluster.name };
}

function missingFact(cluster: LayeredCluster, path: FactPath): FactProblem {
  const message = 'the key is missing';
  if (path.join('.') === 'delivery.source') {
    const fix = 'add it beside clusters: source: { git: { url: …, revision: refs/heads/main, path: dist } }';
    return { check: 'missing-key', path: ['source'], offset: 0, message, fix, cluster: cluster.name };
  }
  const inFile = ['clusters', cluster.name, ...path];
  const choices = choicesAt(fleetFile, inFile);
  const example = exampleAt(fleetFile, inFile);
  return located(cluster, {
    check: 'missing-key',
    path,
    message: choices ? `${message}, allowed are ${choices.map(yamlWord).join(', ')}` : message,
    fix: `add ${path.at(-1)}${example === undefined ? '' : `: ${example}`}, here or in another layer`,
  });
}
