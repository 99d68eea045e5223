import { createHash } from 'node:crypto';
import { compareText } from '../../core/compare';

/** Enough for names that only have to differ from those of the same object before: one in 10^12. */
const LENGTH = 10;

/**
 * A short hash of plain data, the same for the same content whatever the order of its keys.
 *
 * @returns ten hexadecimal digits of the SHA-256 of the data’s canonical JSON.
 */
export function contentHash(data: unknown): string {
  return createHash('sha256').update(canonicalJson(data)).digest('hex').slice(0, LENGTH);
}

/** JSON with sorted keys; what is undefined is left out, as in JSON. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const map = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(map)
    .filter((key) => map[key] !== undefined)
    .sort(compareText);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(map[key])}`).join(',')}}`;
}
