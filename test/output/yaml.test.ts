import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { BayplanError } from '../../lib/core/errors';
import { toYaml, toYamlStream } from '../../lib/output/yaml';
import { NASTY } from './nasty-texts';

const READERS = [
  { version: '1.1', read: (text: string): unknown => parse(text, { version: '1.1', maxAliasCount: 0 }) },
  { version: '1.2', read: (text: string): unknown => parse(text, { version: '1.2', maxAliasCount: 0 }) },
] as const;

describe.each(READERS)('read back under YAML $version', ({ read }) => {
  test.each(NASTY.map((text) => [JSON.stringify(text).slice(0, 40), text]))('%s as value, item, key', (_, text) => {
    const value = { a: text, b: [text, [text], { [text]: text }], c: { [text]: { d: text } }, z: 'end' };
    expect(read(toYaml(value))).toEqual(value);
  });

  test('any plain data', () => {
    const text = fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({ unit: fc.constantFrom(...' \t\n\r:#-?,[]{}&*!|>\'"%@`~=<.0159aeynx_+\u0085\u2028\ufeff🚢') }),
      fc.string({ unit: 'binary' }),
    );
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(text, tie('node'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(node, (value) => {
        expect(read(toYaml(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 500 },
    );
  });
});

test('equal data gives equal bytes, in whatever order maps were filled', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, child]) => [key, shuffled(child)]),
    );
  };
  fc.assert(fc.property(fc.jsonValue(), (value) => expect(toYaml(shuffled(value))).toBe(toYaml(value))));
});

test('a Deployment reads as if written by hand', () => {
  const deployment = {
    spec: {
      template: {
        spec: {
          volumes: [{ emptyDir: {}, name: 'tmp' }],
          containers: [
            {
              args: ['--port=8080', '-v'],
              env: [
                { value: 'on', name: 'FLAG' },
                { value: '8080', name: 'PORT' },
              ],
              resources: { limits: { memory: '256Mi' }, requests: { cpu: '100m', memory: '0.5Gi' } },
              image: 'registry.example.com/shop/frontend:v1.2.3',
              name: 'server',
              command: ['sh', '-c', 'set -e\nexec server\n'],
              ports: [{ containerPort: 8080, name: 'http' }],
              tty: undefined,
            },
          ],
        },
        metadata: { annotations: { note: 'a: b' }, labels: { name: 'frontend', 'app.kubernetes.io/name': 'frontend' } },
      },
      replicas: 2,
      matrix: [[1, 2], [], [{}]],
    },
    metadata: { labels: { a: 'b' }, creationTimestamp: null, namespace: 'shop', annotations: {}, name: 'frontend' },
    kind: 'Deployment',
    apiVersion: 'apps/v1',
  };
  expect(toYaml(deployment)).toMatchSnapshot();
});

test('a stream separates its objects', () => {
  const text = toYamlStream([{ a: 'x\n\n' }, { b: ['y'] }]);
  expect(text).toBe('a: |+\n  x\n\n---\nb:\n- "y"\n');
  expect(parseAllDocuments(text).map((document) => document.toJS())).toEqual([{ a: 'x\n\n' }, { b: ['y'] }]);
});

test.each([
  [1e21, '1.0e+21'],
  [1.5e-9, '1.5e-9'],
  [-1e-7, '-1.0e-7'],
  [-0, '0'],
  [2 ** 53, '9007199254740992'],
  [0.1, '0.1'],
])('the number %p is %s', (value, text) => expect(toYaml({ of: value })).toBe(`of: ${text}\n`));

test.each([
  '\u0000',
  '\u0007',
  '\u007f',
  '\u0085',
  '\u009f',
  '\u00a0',
  '\u200b',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\uffff',
])('%j, which a reader changes or a reviewer cannot see, is escaped', (char) => {
  const code = char.charCodeAt(0).toString(16).padStart(4, '0');
  expect(toYaml({ a: `x${char}` })).toBe(`a: "x\\u${code}"\n`);
  expect(toYaml({ a: `x\n${char}` })).toBe(`a: "x\\n\\u${code}"\n`);
});

test('a key of more than 1,000 characters is announced', () => {
  const key = 'k'.repeat(1001);
  expect(toYaml({ a: { [key]: [1] } })).toBe(`a:
  ? ${key}
  :
  - 1
`);
});

const circle: { self?: unknown } = {};
circle.self = [circle];
const holes = [1];
holes[2] = 3;
let deep: unknown = 1;
for (let level = 0; level < 300; level++) deep = { deep };

test.each([
  { name: 'NaN', value: { spec: { replicas: Number.NaN } }, says: '/spec/replicas is NaN' },
  { name: 'infinity', value: { a: [1, Number.NEGATIVE_INFINITY] }, says: '/a/1 is -Infinity' },
  { name: 'a function', value: { a: () => 1 }, says: '/a is a function' },
  { name: 'a symbol', value: { a: Symbol('s') }, says: '/a is a symbol' },
  { name: 'a bigint', value: { a: 1n }, says: '/a is a bigint' },
  { name: 'a date', value: { 'a/b~c': new Date(0) }, says: '/a~1b~0c is an instance of Date' },
  { name: 'a Map', value: { a: new Map() }, says: '/a is an instance of Map' },
  { name: 'undefined in a list', value: { a: [undefined] }, says: '/a/0 is undefined' },
  { name: 'a hole in a list', value: { a: holes }, says: '/a/1 is undefined' },
  { name: 'nothing', value: undefined, says: 'the value itself is undefined' },
  { name: 'half a surrogate pair', value: { a: 'x\ud83d' }, says: '/a is text with half a surrogate pair' },
  { name: 'half a pair in a key', value: { '\ud83d': 1 }, says: '/\ud83d is under a key that is no Unicode text' },
  { name: 'a circle', value: { a: circle }, says: '/a/self/0 is a part of itself' },
  { name: 'depth', value: deep, says: 'is nested more than 200 levels deep' },
])('$name is refused with its place', ({ value, says }) => {
  const object = { kind: 'Job', metadata: { name: 'j', namespace: 'n' }, ...(value as object) };
  expect(() => toYaml(value)).toThrow(BayplanError);
  expect(() => toYaml(value)).toThrow(says);
  if (value !== undefined) expect(() => toYaml(object)).toThrow('Job n/j: /');
});

test('the same data may stand in two places', () => {
  const shared = { a: 1 };
  expect(toYaml({ x: shared, y: [shared, shared] })).toBe('x:\n  a: 1\n"y":\n- a: 1\n- a: 1\n');
});
