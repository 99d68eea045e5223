import { type FactPath, isWithin } from '../fact-path';
import type { Layer } from '../fleet';
import type { PathTree } from '../path-tree';
import { findLocated, type Located } from '../yaml/located';

/** One layer of one or more clusters: what it states, and where. */
export interface FactLayer {
  readonly layer: Layer;
  /** Path of the layer in the file: `['tiers', 'production']`. */
  readonly prefix: FactPath;
  /** Path below the cluster of what the layer states: empty, but `['delivery', 'source']` for the fleet’s source. */
  readonly base: FactPath;
  /** Where the layer itself was written: its key. */
  readonly offset: number;
  /** Absent when the file does not hold the layer. */
  readonly node: Located | undefined;
  /** Valid facts, as the schema returns them. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Paths below the layer of which nothing is known, because what was written there is invalid. */
  readonly broken: PathTree;
}

/** A fact that a layer wrote. */
export interface WrittenFact {
  readonly layer: FactLayer;
  /** Path in the file. */
  readonly path: FactPath;
  /** Where to point a person: the value, or the key of a map or list. */
  readonly offset: number;
  readonly keyOffset: number;
  readonly removed: boolean;
}

/**
 * The highest layer that wrote a fact, with the place; `undefined` when none did, or when a higher layer replaced what
 * the fact is part of.
 *
 * @param layers - the lowest first.
 */
export function writtenFact(layers: readonly FactLayer[], path: FactPath): WrittenFact | undefined {
  for (const layer of layers.toReversed()) {
    const written = factIn(layer, path);
    if (written) return written;
    if (replaces(layer, path)) return undefined;
  }
  return undefined;
}

/** What one layer wrote at a path. */
export function factIn(layer: FactLayer, path: FactPath): WrittenFact | undefined {
  const inside = below(layer, path);
  const found = inside && layer.node && findLocated(layer.node, inside);
  if (!found) return undefined;
  const { offset, keyOffset } = inside.length === 0 ? { offset: layer.offset, keyOffset: layer.offset } : found;
  return { layer, path: [...layer.prefix, ...inside], offset, keyOffset, removed: isNull(found.value) };
}

/** Whether the layer removes a parent of the path, or writes something else than a map there. */
function replaces(layer: FactLayer, path: FactPath): boolean {
  const inside = below(layer, path) ?? [];
  for (let length = inside.length - 1; length > 0; length--) {
    const parent = layer.node && findLocated(layer.node, inside.slice(0, length));
    if (parent) return parent.value.type !== 'map';
  }
  return false;
}

/** The path as the layer’s own node counts it; `undefined` when the layer says nothing about such paths. */
function below({ base }: FactLayer, path: FactPath): FactPath | undefined {
  return isWithin(path, base) ? path.slice(base.length) : undefined;
}

function isNull(node: Located): boolean {
  return node.type === 'scalar' && node.value === null;
}

/** Whether nothing may be concluded from a fact of the layer, or from its absence. */
export function isBroken(layer: FactLayer, path: FactPath): boolean {
  const inside = below(layer, path);
  return inside !== undefined && layer.broken.touches(inside);
}
