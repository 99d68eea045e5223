import * as fc from 'fast-check';
import { formatPath, isWithin, readPath } from '../../lib/facts/fact-path';

test.each([
  { path: ['clusters', 'eu-prod', 'nodePools', 'general', 'max'], want: 'clusters.eu-prod.nodePools.general.max' },
  { path: ['zones', 0], want: 'zones[0]' },
  { path: ['externals', 2, 'name'], want: 'externals[2].name' },
  { path: ['labels', 'example.com/unit'], want: 'labels["example.com/unit"]' },
  { path: ['labels', '"'], want: 'labels["\\""]' },
  { path: [''], want: '[""]' },
  { path: [], want: '' },
])('$want', ({ path, want }) => expect(formatPath(path)).toBe(want));

test('a path survives being written', () => {
  const key = fc.oneof(fc.string(), fc.stringMatching(/^[\w.\-/]{1,12}$/));
  fc.assert(
    fc.property(fc.array(fc.oneof(key, fc.nat(1000))), (path) => {
      expect(readPath(formatPath(path), () => [])).toEqual(path);
    }),
  );
});

test('any text is a path', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), (text) =>
      Array.isArray(readPath(text, () => ['a', '.', '['])),
    ),
  );
});

test('the longest known key wins', () => {
  const keys = ['a', 'a.b', 'a.b.c'];
  expect(readPath('a.b.c.d', (path) => (path.length === 0 ? keys : []))).toEqual(['a.b.c', 'd']);
  expect(readPath('a.bc', () => keys)).toEqual(['a', 'bc']);
  expect(readPath('a.b[0]', () => keys)).toEqual(['a.b', 0]);
});

test.each([
  { path: ['a', 'b'], ancestor: ['a'], want: true },
  { path: ['a'], ancestor: ['a'], want: true },
  { path: ['a'], ancestor: [], want: true },
  { path: ['a'], ancestor: ['a', 'b'], want: false },
  { path: ['a', 'b'], ancestor: ['b'], want: false },
])('$path within $ancestor: $want', ({ path, ancestor, want }) => expect(isWithin(path, ancestor)).toBe(want));
