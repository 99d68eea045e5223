import { BayplanError } from '../core/errors';
import { nearest } from '../core/nearest';
import type { Place } from '../core/place';
import type { Cluster } from './cluster';
import { type FactPath, readPath } from './fact-path';
import type { Fleet, Provenance } from './fleet';
import { type FactLayer, factIn, type WrittenFact, writtenFact } from './layers/fact-layer';
import { findLocated } from './yaml/located';

/** A cluster with the layers that gave it its facts. */
export interface TracedCluster {
  readonly cluster: Cluster;
  /** The lowest first; the last one is the cluster’s own. */
  readonly layers: readonly FactLayer[];
}

/** Answers where facts come from, by looking into the layers when asked: nothing is kept for each fact. */
export function fleetProvenance(
  traced: readonly TracedCluster[],
  placeOf: (offset: number) => Place,
): Fleet['provenance'] {
  const byName = new Map(traced.map((one) => [one.cluster.name, one]));
  return (name, path) => {
    const one = byName.get(name);
    if (!one) throw unknownCluster(name, [...byName.keys()]);
    return provenance(
      one,
      readPath(path, (parent) => keysBelow(one, parent)),
      placeOf,
    );
  };
}

function unknownCluster(name: string, names: readonly string[]): BayplanError {
  const guess = nearest(name, names);
  const message = `the fleet has no cluster "${name}"`;
  return new BayplanError('unknown-cluster', {
    message,
    fix: guess ? `did you mean "${guess}"?` : 'name one of its clusters',
  });
}

function provenance(
  { cluster, layers }: TracedCluster,
  path: FactPath,
  placeOf: (offset: number) => Place,
): Provenance {
  const written = writtenFact(layers, path);
  if (written) return answer(written, placeOf);
  const parent = nearestParent(layers, path);
  if (!parent) return { layer: 'built-in' };
  const isDefault = path[0] !== 'name' && valueAt(cluster, path) !== undefined;
  return isDefault ? { layer: 'built-in', place: placeOf(parent.offset) } : answer(parent, placeOf);
}

function answer({ layer, offset }: WrittenFact, placeOf: (offset: number) => Place): Provenance {
  return { layer: layer.layer, place: placeOf(offset) };
}

function nearestParent(layers: readonly FactLayer[], path: FactPath): WrittenFact | undefined {
  for (let length = path.length - 1; length > 0; length--) {
    const parent = writtenFact(layers, path.slice(0, length));
    if (parent) return parent;
  }
  const own = layers.at(-1);
  return own && factIn(own, []);
}

function keysBelow({ cluster, layers }: TracedCluster, path: FactPath): readonly string[] {
  const written = layers.flatMap((layer) => {
    const value = layer.node && layer.base.length === 0 ? findLocated(layer.node, path)?.value : undefined;
    return value?.type === 'map' ? [...value.entries.keys()] : [];
  });
  const value = valueAt(cluster, path);
  return [...written, ...(typeof value === 'object' && value !== null ? Object.keys(value) : [])];
}

function valueAt(cluster: Cluster, path: FactPath): unknown {
  let value: unknown = cluster;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}
