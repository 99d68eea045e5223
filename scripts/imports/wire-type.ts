import { compareText } from '../../lib/core/compare';
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
 * The TypeScript type of a schema that needs no name of its own: `readonly string[]`, `number | string`.
 *
 * What the schema leaves open (free JSON) is `unknown`, or a map of it where an object is asked for.
 */
export function wireType(schema: Schema, resolve: Resolve): string {
  if (schema.$ref) return resolve(schema.$ref);
  if (schema.enum?.length && schema.enum.every((value) => typeof value === 'string')) {
    return schema.enum.map(quote).join(' | ');
  }
  if (schema.format === 'int-or-string' || schema['x-kubernetes-int-or-string']) return 'number | string';
  if (schema.type === 'array') return arrayOf(wireType(schema.items ?? {}, resolve));
  if (schema.type === 'object') return mapOf(schema.additionalProperties, resolve);
  return PRIMITIVES[schema.type ?? ''] ?? 'unknown';
}

/** An exported interface with the schema's properties, sorted and read-only. */
export function wireInterface(name: string, schema: Schema, resolve: Resolve): string {
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {})
    .sort(([a], [b]) => compareText(a, b))
    .map(([field, value]) => wireField(field, wireType(value, resolve), required.has(field)));
  return `export interface ${name} {\n${fields.join('\n')}\n}\n`;
}

/** A string literal in the generated code's quotes. */
export function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** What is not required may also be given as `undefined`, so that an author can write `replicas: props.replicas`. */
function wireField(name: string, type: string, required: boolean): string {
  const key = /^[A-Za-z_]\w*$/.test(name) ? name : quote(name);
  if (required) return `  readonly ${key}: ${type};`;
  return type === 'unknown' ? `  readonly ${key}?: unknown;` : `  readonly ${key}?: ${type} | undefined;`;
}

function arrayOf(item: string): string {
  return item.includes(' ') ? `readonly (${item})[]` : `readonly ${item}[]`;
}

function mapOf(values: Schema | boolean | undefined, resolve: Resolve): string {
  return `Readonly<Record<string, ${typeof values === 'object' ? wireType(values, resolve) : 'unknown'}>>`;
}
