import type { Schema } from './schema';

/** Names the type behind a `$ref`. */
export type Resolve = (ref: string) => string;

const PRIMITIVES: Readonly<Record<string, string>> = {
  string: 'string',
  boolean: 'boolean',
  integer: 'number',
  number: 'number',
};

/**
 * The TypeScript type of a schema, without names of its own: `readonly string[]`, `number | string`.
 *
 * What the schema leaves open (free JSON) is `unknown`, or a map of it where an object is asked for.
 */
export function wireType(schema: Schema, resolve: Resolve): string {
  if (schema.$ref) return resolve(schema.$ref);
  if (schema.format === 'int-or-string') return 'number | string';
  if (schema.type === 'array') return arrayOf(wireType(schema.items ?? {}, resolve));
  if (schema.type === 'object') return mapOf(schema.additionalProperties, resolve);
  return PRIMITIVES[schema.type ?? ''] ?? 'unknown';
}

/** One field of an interface, read-only; what is not required may also be given as `undefined`. */
export function wireField(name: string, type: string, required: boolean): string {
  const key = /^[A-Za-z_]\w*$/.test(name) ? name : quote(name);
  if (required || type === 'unknown') return `  readonly ${key}${required ? '' : '?'}: ${type};`;
  return `  readonly ${key}?: ${type} | undefined;`;
}

/** A string literal in the generated code's quotes. */
export function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function arrayOf(item: string): string {
  return item.includes(' ') ? `readonly (${item})[]` : `readonly ${item}[]`;
}

function mapOf(values: Schema | boolean | undefined, resolve: Resolve): string {
  return `Readonly<Record<string, ${typeof values === 'object' ? wireType(values, resolve) : 'unknown'}>>`;
}
