import type { FactPath } from '../fact-path';
import type { ClusterFacts } from '../schema/fleet-file';
import { type FactLayer, factIn, isBroken, type WrittenFact, writtenFact } from './fact-layer';
import { mergeFacts } from './merge-facts';

/** A cluster with its layers, before its facts are complete. */
export interface LayeredCluster {
  readonly name: string;
  readonly tier?: string;
  /** The lowest first; the last one is the cluster’s own. */
  readonly layers: readonly FactLayer[];
  /** Whether a layer is unknown, so that absent facts prove nothing. */
  readonly incomplete: boolean;
  readonly facts: ClusterFacts;
}

/** The layers below the cluster’s own, merged once for all clusters that have the same ones. */
export interface SharedLayers {
  readonly layers: readonly FactLayer[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Lays a layer over others. */
export function overlay({ layers, facts }: SharedLayers, layer: FactLayer): SharedLayers {
  return { layers: [...layers, layer], facts: mergeFacts(withoutOtherSource(facts, layer.facts), layer.facts) };
}

/** A layer that names one kind of source drops the other kind of the layers below: a source is one of the two. */
function withoutOtherSource(lower: SharedLayers['facts'], upper: SharedLayers['facts']): SharedLayers['facts'] {
  const { git, oci } = (upper as ClusterFacts).delivery?.source ?? {};
  if (!git === !oci) return lower;
  return mergeFacts(lower, { delivery: { source: { [git ? 'oci' : 'git']: null } } });
}

/** Where a fact of the cluster was written, by the layer that won. */
export function whereWritten(cluster: LayeredCluster, path: FactPath): WrittenFact | undefined {
  return writtenFact(cluster.layers, path);
}

/** The layer that first wrote the nearest parent of a missing fact: where its author has to add it. */
export function whereMissing(cluster: LayeredCluster, path: FactPath): WrittenFact | undefined {
  for (let length = path.length - 1; length > 0; length--) {
    for (const layer of cluster.layers) {
      const parent = factIn(layer, path.slice(0, length));
      if (parent && !parent.removed) return { ...parent, path: [...parent.path, ...path.slice(length)] };
    }
  }
  const own = cluster.layers.at(-1);
  const parent = own && factIn(own, []);
  return parent && { ...parent, path: [...parent.path, ...path] };
}

/** Whether what the cluster says at a path, or says not, is certain. */
export function isKnown(cluster: LayeredCluster, path: FactPath): boolean {
  if (cluster.layers.some((layer) => isBroken(layer, path))) return false;
  return !cluster.incomplete || whereWritten(cluster, path) !== undefined;
}
