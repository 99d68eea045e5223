import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { plainValue } from '../../lib/facts/yaml/plain-value';
import { readAnyYaml } from '../../lib/facts/yaml/read-any-yaml';
import { readSimpleYaml } from '../../lib/facts/yaml/read-simple-yaml';
import { resolvePlain } from '../../lib/facts/yaml/resolve-scalar';

const FLEET = readFileSync(join(__dirname, '..', '..', 'fleet', 'fleet.yaml'), 'utf8');

/** Everything that the fast reader knows, in a few lines. */
const TEXT = `# head
a: b # comment
"b c": [x, "y z", 'it''s', {k: v, "q": 1.30}, [], {}]

c:
- one
- two: 2
  three: {}
-   four: ~
d:
  - [1, -2, +3, .5, 0x1F, 1e3, 1_000, 12:30, -.inf, .nan]
e: "quo#ted" # yes
f: https://a.b/c?d=e#f
h: {a: 1,
    # inside
    b: two words, nginx:1.29: sha256:abc, }
i: null
j:
k: a:b
l:
    m:
      n: o
`;

test('the fast reader reads the shipped fleet and all of its own YAML', () => {
  expect(readSimpleYaml(FLEET)).toBeDefined();
  expect(readSimpleYaml(TEXT)).toBeDefined();
});

const rows = [
  { name: 'an anchor', yaml: 'a: &b c' },
  { name: 'an alias', yaml: 'a: *b' },
  { name: 'a tag', yaml: 'a: !!str 1' },
  { name: 'a block scalar', yaml: 'a: |\n  b' },
  { name: 'a folded scalar', yaml: 'a: >-\n  b' },
  { name: 'a word over two lines', yaml: 'a: b\n  c' },
  { name: 'a quoted word over two lines', yaml: 'a: "b\n  c"' },
  { name: 'an escape', yaml: 'a: "\\n"' },
  { name: 'an explicit key', yaml: '? a\n: b' },
  { name: 'a pair in a list', yaml: 'a: [b: c]' },
  { name: 'a key without a value', yaml: 'a: {b}' },
  { name: 'a list in a list', yaml: 'a:\n  - - b' },
  { name: 'a tab', yaml: 'a:\tb' },
  { name: 'Windows line ends', yaml: 'a: b\r\n' },
  { name: 'a byte order mark', yaml: '\ufeffa: b' },
  { name: 'two documents', yaml: 'a: b\n---\nc: d' },
  { name: 'a document end', yaml: 'a: b\n...\n' },
  { name: 'a directive', yaml: '%YAML 1.2\n---\na: b' },
  { name: 'a word alone', yaml: 'a' },
  { name: 'nothing', yaml: '' },
  { name: 'a reserved key', yaml: '__proto__: a' },
  { name: 'a map behind a word', yaml: 'a: b: c' },
  { name: 'a line out of line', yaml: 'a:\n    b: c\n  d: e' },
  { name: 'a bracket at the margin', yaml: 'a: [\n  b\n]' },
  { name: 'an open bracket', yaml: 'a: [b' },
  { name: 'an open quote', yaml: 'a: "b' },
  { name: 'a long key', yaml: `${'a'.repeat(1100)}: b` },
  { name: 'deep nesting', yaml: `a: ${'['.repeat(60)}${']'.repeat(60)}` },
];
test.each(rows)('the fast reader leaves $name to the other', ({ yaml }) => {
  expect(readSimpleYaml(yaml)).toBeUndefined();
});

/** Whatever the fast reader answers, the other one answers too. */
function agree(yaml: string): boolean {
  const simple = readSimpleYaml(yaml);
  if (simple) expect(readAnyYaml(yaml)).toEqual({ root: simple, problems: [] });
  return simple !== undefined;
}

const scrap = fc.constantFrom(
  ...[
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n- ',
    ':',
    ': ',
    '- ',
    '#',
    ' #',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|',
    '>',
    '!',
    '?',
  ],
  ...['&a ', '*a', '---', '...', 'x', '1', '\\', '%', '@', '`', '~', '-', '.', '=', '\t', '{a: b}', '[c]', 'null'],
);
const mutation = fc.record({
  at: fc.nat(),
  remove: fc.constantFrom(0, 0, 0, 1, 4),
  insert: fc.oneof(scrap, fc.constant('')),
});

function mutate(text: string, mutations: readonly { at: number; remove: number; insert: string }[]): string {
  return mutations.reduce((yaml, { at, remove, insert }) => {
    const start = at % (yaml.length + 1);
    return yaml.slice(0, start) + insert + yaml.slice(start + remove);
  }, text);
}

test('both readers agree on mutated YAML', () => {
  const lines = TEXT.split('\n');
  const part = fc
    .tuple(fc.nat(lines.length - 1), fc.integer({ min: 1, max: 9 }))
    .map(([from, count]) => lines.slice(from, from + count).join('\n'));
  fc.assert(
    fc.property(fc.oneof(fc.constant(TEXT), part), fc.array(mutation, { maxLength: 2 }), (text, mutations) => {
      agree(mutate(text, mutations));
    }),
    { numRuns: 1000 },
  );
});

test('both readers agree on what the yaml package writes', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('yes', '1.30', '~', 'a b', '12:30', '0x1F', 'sha256:a', '- a', 'a #b'),
  );
  const leaf = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.double({ noNaN: true }));
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(fc.stringMatching(/^[a-z][a-z./-]{0,8}$/), word), tie('node'), { maxKeys: 4 }),
    ),
  })).node;
  fc.assert(
    fc.property(value, fc.constantFrom(2, 4), fc.boolean(), (content, indent, flow) => {
      const yaml = stringify({ content }, { indent, collectionStyle: flow ? 'flow' : 'any', lineWidth: 0 });
      agree(yaml);
      const { root, problems } = readAnyYaml(yaml);
      if (problems.length === 0 && root) expect(plainValue(root)).toEqual(parse(yaml));
    }),
    { numRuns: 500 },
  );
});

test('plain scalars mean what the core schema says', () => {
  const odd = fc.constantFrom(
    '',
    '~',
    'Null',
    'TRUE',
    'yes',
    'off',
    '0o17',
    '0o18',
    '0x1F',
    '0xg',
    '.5',
    '5.',
    '.',
    '+1',
    '-',
    '1e3',
  );
  const number = fc.stringMatching(/^[-+.0-9eExo_:a-f]{1,8}$/);
  fc.assert(
    fc.property(
      fc.oneof(odd, number, fc.constantFrom('.inf', '-.INF', '.NaN', '1.30', '007', '1_000', '12:30')),
      (source) => {
        fc.pre(source !== '-' && !source.startsWith('-:') && !source.endsWith(':'));
        expect(resolvePlain(source)).toEqual(parse(`a: ${source}`, { logLevel: 'silent' }).a);
      },
    ),
    { numRuns: 1000 },
  );
});
