import type { Json, JsonObject } from '../core/json';

/** The value as a map; `{}` when it is none, so that odd objects are passed over and not tripped over. */
export function mapOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** The value as a list; `[]` when it is none. */
export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The value as a text that says something; `undefined` when it is none. */
export function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The texts of a list; what is no text is left out. */
export function wordsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}
