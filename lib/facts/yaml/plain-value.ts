import type { Json } from '../../core/json';
import type { Located } from './located';

/** The value without its places. */
export function plainValue(node: Located): Json {
  if (node.type === 'scalar') return node.value;
  if (node.type === 'list') return node.items.map(plainValue);
  const map: Record<string, Json> = {};
  for (const [key, { value }] of node.entries) map[key] = plainValue(value);
  return map;
}

const MAX_SHOWN = 60;

/** A value in a message: short ones as written, long and compound ones by what they are. */
export function showValue(node: Located): string {
  if (node.type === 'list') return 'a list';
  if (node.type === 'map') return 'a map';
  if (node.value === null) return 'nothing';
  const text = typeof node.value === 'string' ? JSON.stringify(node.value) : (node.source ?? String(node.value));
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}
