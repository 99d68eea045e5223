import { z } from 'zod';
import type { Json, JsonObject } from '../core/json';
import { fleetFile } from './schema/fleet-file';

type Mutable = { [key: string]: Json };

/**
 * The JSON Schema of `fleet.yaml`, made from the schema that validates it, so that editors complete and check the file.
 *
 * Draft 7, which is what the YAML language server of most editors speaks.
 */
export function fleetSchema(): JsonObject {
  const schema = z.toJSONSchema(fleetFile, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  const nullable = new Set<string>();
  const tidied = tidy(JSON.parse(JSON.stringify(schema)), nullable) as Mutable;
  const definitions = tidied.definitions as { readonly [name: string]: Mutable };
  for (const [name, definition] of Object.entries(definitions)) {
    if (nullable.has(`#/definitions/${name}`)) Object.assign(definition, orNull(definition));
  }
  return tidied;
}

/**
 * Makes the schema speak to people: editors explain a value that fits no branch of an `anyOf` badly, and `null` is a
 * branch of nearly every fact.
 *
 * @param nullable - collects the definitions that null may stand for.
 */
function tidy(node: Json, nullable: Set<string>): Json {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((item) => tidy(item, nullable));
  const entries = Object.entries(node).map(([key, value]): [string, Json] => [key, tidy(value, nullable)]);
  return closeKeys(withoutBranch(Object.fromEntries(entries), nullable));
}

function withoutBranch(schema: Mutable, nullable: Set<string>): Mutable {
  const { anyOf, ...rest } = schema as { readonly anyOf?: readonly Mutable[] } & Mutable;
  const [other, none] = anyOf ?? [];
  if (!other || none?.type !== 'null') return withoutMaximum(schema);
  if (typeof other.$ref !== 'string') return { ...rest, ...orNull(other) };
  nullable.add(other.$ref);
  // Draft 7 ignores what stands beside a reference.
  return Object.keys(rest).length > 0 ? { ...rest, allOf: [other] } : other;
}

function orNull(schema: Mutable): Mutable {
  const types = { ...schema, type: [schema.type ?? 'object', 'null'].flat() };
  return Array.isArray(schema.enum) ? { ...types, enum: [...schema.enum, null] } : types;
}

/** The largest exact integer is no bound that an author can meet. */
function withoutMaximum({ maximum, ...schema }: Mutable): Mutable {
  return maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? schema : { ...schema, maximum };
}

/** Keys beyond the named ones are allowed where they match the pattern that the schema notes. */
function closeKeys({ keyPattern, ...schema }: Mutable): Mutable {
  if (typeof keyPattern !== 'string') return schema;
  const { additionalProperties = true, ...rest } = schema;
  return { ...rest, patternProperties: { [keyPattern]: additionalProperties }, additionalProperties: false };
}
