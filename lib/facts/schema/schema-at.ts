import { z } from 'zod';
import type { FactPath } from '../fact-path';
import { yamlWord } from '../yaml/yaml-word';

/** The schema that judges the value at a path, without its wrappers; `undefined` where the schema knows no such path. */
function schemaAt(root: z.core.$ZodType, path: FactPath): z.core.$ZodType | undefined {
  let schema: z.core.$ZodType | undefined = unwrap(root);
  for (const step of path) {
    const below: z.core.$ZodType | undefined = schema && child(schema, step);
    schema = below && unwrap(below);
  }
  return schema;
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrap(schema.unwrap()) : schema;
}

function child(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodObject ? (schema.shape[step] ?? schema.def.catchall) : undefined;
}

/** The keys that a map may have, when they are a closed set. */
export function keysAt(root: z.core.$ZodType, path: FactPath): readonly string[] {
  const schema = schemaAt(root, path);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** A good value for a path, as it is written in YAML. */
export function exampleAt(root: z.core.$ZodType, path: FactPath): string | undefined {
  const schema = schemaAt(root, path);
  const [example] = ((schema && z.globalRegistry.get(schema)?.examples) as readonly unknown[] | undefined) ?? [];
  return typeof example === 'string' ? yamlWord(example) : example === undefined ? undefined : String(example);
}

/** The words that a path allows, when they are few. */
export function choicesAt(root: z.core.$ZodType, path: FactPath): readonly string[] | undefined {
  const schema = schemaAt(root, path);
  return schema instanceof z.ZodEnum ? schema.options.map(String) : undefined;
}
