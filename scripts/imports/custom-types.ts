import type { Crd } from './crd';
import { authored, type Schema } from './schema';
import { wireInterface } from './wire-type';

/**
 * Interfaces for the preferred version of a custom kind.
 *
 * A part that occurs in many places becomes one interface, named after the place nearest to the top:
 * so kinds that repeat themselves stay small.
 *
 * @param crd - Narrowed to one version.
 */
export function customTypes({ spec }: Crd): string {
  const { group, names, versions } = spec;
  const [version] = versions;
  if (!version) return '';
  const root = authored(version.schema.openAPIV3Schema, { group, version: version.name, kind: names.kind });
  const metadata = { metadata: { $ref: 'ObjectMeta' } };
  return namedParts(names.kind, { ...root, properties: { ...root.properties, ...metadata } })
    .map(([name, schema]) => wireInterface(name, schema, (ref) => ref))
    .join('\n');
}

/** Every object of a schema under a name of its own, referred to by that name; nearest to the top first. */
function namedParts(rootName: string, root: Schema): readonly (readonly [string, Schema])[] {
  const names = new Map<string, string>();
  const queue: [string, Schema][] = [[rootName, root]];
  const place = (schema: Schema, path: string): Schema => {
    if (schema.properties) {
      const shape = shapeOf(schema);
      if (!names.has(shape)) queue.push([path, schema]);
      names.set(shape, names.get(shape) ?? path);
      return { $ref: names.get(shape) ?? path };
    }
    const { items, additionalProperties: values } = schema;
    if (items) return { ...schema, items: place(items, path) };
    return typeof values === 'object' ? { ...schema, additionalProperties: place(values, path) } : schema;
  };
  const parts: [string, Schema][] = [];
  for (const [name, schema] of queue) {
    const properties = Object.entries(schema.properties ?? {}).map(([field, value]) => [
      field,
      place(value, `${name}${field.charAt(0).toUpperCase()}${field.slice(1)}`),
    ]);
    parts.push([name, { ...schema, properties: Object.fromEntries(properties) }]);
  }
  return parts;
}

/** Equal for schemas that give the same type: what only validates does not count. */
function shapeOf(schema: Schema): string {
  const { type, format, enum: values, properties, required, items, additionalProperties } = schema;
  const fields = Object.entries(properties ?? {}).map(([field, value]) => [field, shapeOf(value)]);
  const map = typeof additionalProperties === 'object' ? shapeOf(additionalProperties) : additionalProperties;
  const intOrString = schema['x-kubernetes-int-or-string'];
  return JSON.stringify([
    schema.$ref,
    type,
    format,
    values,
    fields,
    required,
    items && shapeOf(items),
    map,
    intOrString,
  ]);
}
