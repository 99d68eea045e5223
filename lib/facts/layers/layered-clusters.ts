import { nearest } from '../../core/nearest';
import { type FactPath, isWithin } from '../fact-path';
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
  const layers = new LayerReader(root, broken);
  const fleet = file.source ? { delivery: { source: file.source } } : {};
  const lowest = overlay({ layers: [], facts: {} }, layers.read('fleet', ['source'], fleet, ['delivery', 'source']));
  const bottom = overlay(lowest, layers.read('defaults', ['defaults'], file.defaults ?? {}));
  const tiers = new Map<string, SharedLayers>();
  for (const [name, facts] of Object.entries(file.tiers ?? {})) {
    tiers.set(name, overlay(bottom, layers.read(`tier ${name}`, ['tiers', name], facts ?? {})));
  }
  const problems: FactProblem[] = [];
  const clusters = Object.entries(file.clusters).map(([name, facts]): LayeredCluster => {
    const { tier, ...own } = facts ?? {};
    const below = tier === undefined ? bottom : tiers.get(tier);
    const isBroken = (path: FactPath) => broken.some((other) => isWithin(path, other));
    const excused = isBroken(['clusters', name, 'tier']) || (tier !== undefined && isBroken(['tiers', tier]));
    if (!below && !excused) problems.push(unknownTier(root, name, tier ?? '', [...tiers.keys()]));
    const merged = overlay(below ?? bottom, layers.read('cluster', ['clusters', name], own));
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

class LayerReader {
  private readonly root: Located;
  /** Broken paths by the first two steps, since most layers have none. */
  private readonly broken = new Map<string, FactPath[]>();

  constructor(root: Located, broken: readonly FactPath[]) {
    this.root = root;
    for (const path of broken) {
      const key = JSON.stringify(path.slice(0, depthOf(path)));
      this.broken.set(key, [...(this.broken.get(key) ?? []), path]);
    }
  }

  read(layer: FactLayer['layer'], prefix: FactPath, facts: FactLayer['facts'], base: FactPath = []): FactLayer {
    const found = findLocated(this.root, prefix);
    const broken = this.broken.get(JSON.stringify(prefix)) ?? [];
    return {
      layer,
      prefix,
      base,
      offset: found?.keyOffset ?? 0,
      node: found?.value,
      facts,
      broken: broken.map((path) => [...base, ...path.slice(prefix.length)]),
    };
  }
}

/** Tiers and clusters are layers by name, the others by their key alone. */
function depthOf([first]: FactPath): number {
  return first === 'tiers' || first === 'clusters' ? 2 : 1;
}

/** The names that the file gives its clusters, whether their facts are valid or not. */
export function clusterNames(root: Located): readonly string[] {
  const clusters = childOf(root, 'clusters')?.value;
  return clusters?.type === 'map' ? [...clusters.entries.keys()] : [];
}
