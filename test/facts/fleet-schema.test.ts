import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonObject } from '../../lib/core/json';
import { fleetSchema } from '../../lib/facts/fleet-schema';

test('the committed schema is the current one (npm run schema)', () => {
  const committed = readFileSync(join(__dirname, '..', '..', 'fleet.schema.json'), 'utf8');
  expect(committed).toBe(`${JSON.stringify(fleetSchema(), null, 2)}\n`);
});

/** Every schema below a schema, with its path. */
function* schemas(schema: Json, path: string): Iterable<readonly [path: string, schema: JsonObject]> {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  const map = schema as JsonObject;
  yield [path, map];
  for (const key of ['additionalProperties', 'items', 'propertyNames']) {
    if (map[key] !== undefined) yield* schemas(map[key], `${path}/${key}`);
  }
  for (const key of ['properties', 'patternProperties', 'definitions']) {
    for (const [name, child] of Object.entries((map[key] ?? {}) as JsonObject))
      yield* schemas(child, `${path}/${key}/${name}`);
  }
}

const all = [...schemas(fleetSchema(), '#')];

test('every value has a description', () => {
  expect(
    all.filter(([, { description, $ref, allOf }]) => !description && !$ref && !allOf).map(([path]) => path),
  ).toEqual([]);
});

test('maps are closed: by their keys, or by the pattern of their names', () => {
  const open = all.filter(([, schema]) => {
    const isMap = [schema.type].flat().includes('object');
    return isMap && schema.additionalProperties !== false && schema.propertyNames === undefined;
  });
  expect(open.map(([path]) => path)).toEqual([]);
});

test('texts are closed too: by words or a pattern', () => {
  const open = all.filter(
    ([, { type, pattern, enum: words }]) => [type].flat().includes('string') && !pattern && !words,
  );
  expect(open.map(([path]) => path)).toEqual([]);
});

test('patterns compile, and accept their own examples', () => {
  for (const [path, { pattern, examples }] of all) {
    if (typeof pattern !== 'string') continue;
    for (const example of (examples ?? []) as readonly Json[])
      expect([path, String(example)]).toEqual([path, expect.stringMatching(pattern)]);
  }
});

test('nothing of the library’s own notes is left', () => {
  const text = JSON.stringify(fleetSchema());
  expect(text).not.toMatch(/anyOf|keyPattern|9007199254740991/);
});
