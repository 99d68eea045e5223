import type { Json } from '../../core/json';
import { showText } from '../show-text';
import type { Located } from './located';

/** The value without its places. */
export function plainValue(node: Located): Json {
  if (node.type === 'scalar') return node.value;
  if (node.type === 'list') return node.items.map(plainValue);
  const map: Record<string, Json> = {};
  for (const [key, { value }] of node.entries) map[key] = plainValue(value);
  return map;
}

/** A value in a message: scalars as written, compound ones by what they are. */
export function showValue(node: Located): string {
  if (node.type === 'list') return 'a list';
  if (node.type === 'map') return 'a map';
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string' ? showText(node.value) : (node.source ?? String(node.value));
}
