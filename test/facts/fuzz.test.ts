import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parseFleet } from '../../lib/facts/parse-fleet';
import { linesOf } from './finding-lines';

const FLEET = readFileSync(join(__dirname, '..', '..', 'fleet', 'fleet.yaml'), 'utf8');

const NONSENSE = /undefined|\[object|NaN|Invalid input|^:|; $/;

/** A fleet, or findings that each say where, what and what to do. */
function judge(text: string): void {
  const { fleet, findings } = parseFleet(text, 'fleet.yaml');
  const lines = text.length - text.replaceAll('\n', '').length + 1;
  const bad = findings.filter(({ place, message, fix }) => {
    const placed = place && place.line >= 1 && place.line <= lines && place.column >= 1;
    return !placed || NONSENSE.test(`${message}; ${fix}`);
  });
  expect({ bad, hasFleet: fleet !== undefined }).toEqual({ bad: [], hasFleet: findings.length === 0 });
}

test('random texts never throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 200 }), judge),
    { numRuns: 1000 },
  );
});

test('random marks of YAML never throw', () => {
  const marks = fc.constantFrom(
    ...'{}[],:-?#&*!|>%@`"\'~ \n\t\\ab1.'.split(''),
    ': ',
    '- ',
    '\n  ',
    'fleet: ',
    '---',
    '<<: ',
  );
  const text = fc.array(marks, { maxLength: 60 }).map((parts) => parts.join(''));
  fc.assert(fc.property(text, judge), { numRuns: 1000 });
});

test('a mutated fleet never throws', () => {
  const words = FLEET.split(/[\s,{}[\]]+/).slice(0, 400);
  const scrap = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(
      'null',
      '-1',
      '1.5',
      'true',
      '{}',
      '[]',
      '"',
      ':',
      ': x',
      '*a',
      '&a ',
      '!x ',
      '\n',
      '  ',
      '<<',
      '9e99',
      '.nan',
    ),
  );
  const change = fc.record({ at: fc.nat(FLEET.length), remove: fc.nat(12), insert: scrap });
  const text = fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) =>
      changes.reduce((yaml, { at, remove, insert }) => yaml.slice(0, at) + insert + yaml.slice(at + remove), FLEET),
    );
  fc.assert(fc.property(text, judge), { numRuns: 40 });
});

test('a fleet of the wrong shape never throws', () => {
  const key = fc.constantFrom(
    ...[
      'fleet',
      'source',
      'defaults',
      'tiers',
      'clusters',
      'git',
      'oci',
      'url',
      'tier',
      'delivery',
      'engine',
      'hub',
      'managedBy',
    ],
    ...[
      'nodePools',
      'general',
      'zones',
      'min',
      'max',
      'taints',
      'allocatable',
      'cpu',
      'memory',
      'reserved',
      'foreignLoad',
    ],
    ...[
      'mutators',
      'sidecar',
      'requests',
      'images',
      'digests',
      'externals',
      'labels',
      'kubernetes',
      'platform',
      'constructor',
    ],
  );
  const leaf = fc.constantFrom(
    'kind',
    '1.35',
    'argocd',
    'flux',
    'ops',
    'eu',
    1,
    -1,
    0.5,
    true,
    null,
    '',
    '4Gi',
    '10G i',
    'general',
  );
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.array(tie('node'), { maxLength: 2 }),
      fc.dictionary(key, tie('node'), { maxKeys: 5 }),
    ),
  })).node;
  const clusters = fc.dictionary(fc.constantFrom('ops', 'eu', 'us', 'EU'), fc.dictionary(key, value), {
    minKeys: 1,
    maxKeys: 3,
  });
  const file = fc
    .record({ fleet: fc.constantFrom('harbour', 'x y'), clusters })
    .chain((base) =>
      fc.dictionary(fc.constantFrom('source', 'defaults', 'tiers'), value).map((rest) => ({ ...base, ...rest })),
    );
  fc.assert(
    fc.property(file, (content) => judge(JSON.stringify(content))),
    { numRuns: 150 },
  );
});

const LONG = 3_000_000;
test.each([
  { name: 'a word in brackets', text: () => `fleet: [${'x'.repeat(LONG)}]` },
  { name: 'words in brackets', text: () => `fleet: [${'x '.repeat(LONG / 2)}y]` },
  { name: 'a quoted word', text: () => `fleet: '${'x'.repeat(4 * LONG)}'` },
  { name: 'an open quote', text: () => `fleet: '${'x'.repeat(LONG)}` },
  { name: 'a key', text: () => `${'x'.repeat(LONG)}: x` },
  { name: 'blank lines', text: () => `fleet: x${'\n'.repeat(LONG)}` },
  { name: 'blanks', text: () => `fleet: x\n${' '.repeat(LONG)}x` },
])('millions of characters never throw: $name', ({ text }) => judge(text()));

test('the findings do not depend on the run', () => {
  const yaml = FLEET.replaceAll('max: 3', 'max: three')
    .replaceAll('zones: [', 'zone: [')
    .replace('hub: true', 'hub: false');
  expect(linesOf(yaml).length).toBeGreaterThan(10);
  expect(linesOf(yaml)).toEqual(linesOf(yaml));
});
