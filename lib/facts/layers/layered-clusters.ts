import { nearest } from '../../core/nearest';
import type { FactPath } from '../fact-path';
import type { FleetFile } from '../schema/fleet-file';
import { childOf, findLocated, type Located } from '../yaml/located';
import type { FactLayer } from './fact-layer';
import type { FactProblem } from './fact-problem';
import { type LayeredCluster, overlay, type SharedLayers } from './layered-cluster';
import type { ValidFile } from './valid-file';

/** Lays the layers of each cluster over each other: fleet < defaults < tier < cluster. */
export function layeredClusters(
  root: Located,
  file: FleetFile,
  broken: ValidFile['broken'],
): { readonly clusters: readonly LayeredCluster[]; readonly problems: readonly FactProblem[] } {
  const read = (
    layer: FactLayer['layer'],
    prefix: FactPath,
    facts: FactLayer['facts'],
    base: FactPath = [],
  ): FactLayer => {
    const found = findLocated(root, prefix);
    return {
      layer,
      prefix,
      base,
      offset: found?.keyOffset ?? 0,
      node: found?.value,
      facts,
      broken: broken.below(prefix),
    };
  };
  const fleet = file.source ? { delivery: { source: file.source } } : {};
  const lowest = overlay({ layers: [], facts: {} }, read('fleet', ['source'], fleet, ['delivery', 'source']));
  const bottom = overlay(lowest, read('defaults', ['defaults'], file.defaults ?? {}));
  const tiers = new Map<string, SharedLayers>();
  for (const [name, facts] of Object.entries(file.tiers ?? {})) {
    tiers.set(name, overlay(bottom, read(`tier ${name}`, ['tiers', name], facts ?? {})));
  }
  const problems: FactProblem[] = [];
  // In the order of the file: the keys of an object that look like numbers would come first.
  const names = clusterNames(root).filter((name) => Object.hasOwn(file.clusters, name));
  const clusters = names.map((name): LayeredCluster => {
    const { tier, ...own } = file.clusters[name] ?? {};
    const below = tier === undefined ? bottom : tiers.get(tier);
    const excused = broken.covers(['clusters', name, 'tier']) || (tier !== undefined && broken.covers(['tiers', tier]));
    if (!below && !excused) problems.push(unknownTier(root, name, tier ?? '', [...tiers.keys()]));
    const merged = overlay(below ?? bottom, read('cluster', ['clusters', name], own));
    return { name, ...(tier !== undefined && { tier }), incomplete: !below || excused, ...merged };
  });
  return { clusters, problems };
}

function unknownTier(root: Located, cluster: string, tier: string, known: readonly string[]): FactProblem {
  const path = ['clusters', cluster, 'tier'];
  const guess = nearest(tier, known);
  return {
    check: 'unknown-tier',
    path,
    offset: findLocated(root, path)?.offset ?? 0,
    message: `"${tier}" is no tier, ${known.length > 0 ? `allowed are ${known.join(', ')}` : 'the fleet has none'}`,
    fix: guess ? `did you mean "${guess}"?` : 'add it under tiers, or remove the key',
  };
}

/** The names that the file gives its clusters, whether their facts are valid or not. */
export function clusterNames(root: Located): readonly string[] {
  const clusters = childOf(root, 'clusters')?.value;
  return clusters?.type === 'map' ? [...clusters.entries.keys()] : [];
}
