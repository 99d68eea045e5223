import * as fc from 'fast-check';
import { compareBy, compareText } from '../../lib/core/compare';

test.each([
  { a: 'a', b: 'b', want: -1 },
  { a: 'b', b: 'a', want: 1 },
  { a: 'a', b: 'a', want: 0 },
  { a: 'Z', b: 'a', want: -1 },
  { a: 'a', b: 'aa', want: -1 },
  { a: 'a10', b: 'a9', want: -1 },
  { a: 'z', b: 'ä', want: -1 },
  { a: '\u{1f600}', b: '\uffff', want: -1 },
])('$a to $b: $want', ({ a, b, want }) => expect(compareText(a, b)).toBe(want));

test('text is ordered as its code units', () => {
  const units = (text: string) => Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'Z', 'ä', '\uffff', '\u{1f600}') });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [units(a), units(b)];
      const at = left.findIndex((unit, index) => unit !== right[index]);
      const byUnits = at === -1 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
      expect(compareText(a, b)).toBe(Math.sign(byUnits));
    }),
  );
});

const compare = compareBy<{ name: string; size: number }>(
  ({ size }) => size,
  ({ name }) => name,
);

test.each([
  { name: 'the first key decides', a: { size: 1, name: 'z' }, b: { size: 2, name: 'a' }, want: -1 },
  { name: 'then the second', a: { size: 1, name: 'z' }, b: { size: 1, name: 'a' }, want: 1 },
  { name: 'equal in all', a: { size: 1, name: 'a' }, b: { size: 1, name: 'a' }, want: 0 },
  { name: 'numbers count as numbers', a: { size: 9, name: '' }, b: { size: 10, name: '' }, want: -1 },
])('$name', ({ a, b, want }) => {
  expect(compare(a, b)).toBe(want);
  expect(compare(b, a)).toBe(want === 0 ? 0 : -want);
});

test('without keys all are equal', () => expect(compareBy<number>()(1, 2)).toBe(0));

test('a sort does not depend on the order of its input', () => {
  const item = fc.record({ name: fc.constantFrom('a', 'b', 'B', ''), size: fc.integer({ min: -2, max: 2 }) });
  fc.assert(
    fc.property(fc.array(item), (items) => {
      expect(items.toSorted(compare)).toEqual(items.toReversed().toSorted(compare));
    }),
  );
});
