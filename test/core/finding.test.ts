import * as fc from 'fast-check';
import { compareFindings, type Finding, hasErrors } from '../../lib/core/finding';

const finding = (facts: Partial<Finding> = {}): Finding => ({
  check: 'invalid-value',
  severity: 'error',
  message: 'm',
  fix: 'f',
  ...facts,
});
const object = { cluster: 'eu', apiVersion: 'v1', kind: 'Secret', namespace: 'shop', name: 'web' };
const place = { file: 'fleet.yaml', line: 3, column: 5 };

/** Each pair in order: what decides comes before the rest. */
test.each([
  { name: 'errors first', a: finding({ severity: 'error', message: 'z' }), b: finding({ severity: 'warning' }) },
  { name: 'warnings before information', a: finding({ severity: 'warning' }), b: finding({ severity: 'info' }) },
  { name: 'no place before a place', a: finding({ message: 'z' }), b: finding({ place }) },
  {
    name: 'by file',
    a: finding({ place: { ...place, line: 9 } }),
    b: finding({ place: { ...place, file: 'waivers.yaml' } }),
  },
  {
    name: 'lines as numbers',
    a: finding({ place: { ...place, line: 9 } }),
    b: finding({ place: { ...place, line: 10 } }),
  },
  {
    name: 'columns as numbers',
    a: finding({ place: { ...place, column: 9 } }),
    b: finding({ place: { ...place, column: 10 } }),
  },
  { name: 'by cluster', a: finding({ cluster: 'eu', message: 'z' }), b: finding({ cluster: 'us' }) },
  { name: 'by the object’s cluster', a: finding({ object, message: 'z' }), b: finding({ cluster: 'us' }) },
  { name: 'by component', a: finding({ component: 'a', message: 'z' }), b: finding({ component: 'b' }) },
  { name: 'by construct', a: finding({ path: 'a/b', message: 'z' }), b: finding({ path: 'a/c' }) },
  { name: 'by check', a: finding({ check: 'file-collision', message: 'z' }), b: finding() },
  { name: 'by object', a: finding({ object, message: 'z' }), b: finding({ object: { ...object, name: 'zeb' } }) },
  {
    name: 'by kind',
    a: finding({ object, message: 'z' }),
    b: finding({ object: { ...object, kind: 'Service', name: 'a' } }),
  },
  { name: 'by pointer', a: finding({ pointer: '/a', message: 'z' }), b: finding({ pointer: '/b' }) },
  { name: 'by message', a: finding({ message: 'a', fix: 'z' }), b: finding({ message: 'b' }) },
  { name: 'by fix', a: finding({ fix: 'a' }), b: finding({ fix: 'b' }) },
])('$name', ({ a, b }) => {
  expect([b, a].sort(compareFindings)).toEqual([a, b]);
  expect([a, b].sort(compareFindings)).toEqual([a, b]);
});

test('findings that differ are never equal', () => {
  const text = fc.constantFrom('a', 'b');
  const kube = fc.record({ cluster: text, component: text, apiVersion: text, kind: text, namespace: text, name: text });
  const any = fc.record(
    {
      check: fc.constantFrom('invalid-value', 'invalid-name'),
      severity: fc.constantFrom('error', 'info'),
      message: text,
      fix: text,
      place: fc.record({ file: text, line: fc.nat(1), column: fc.nat(1) }),
      path: text,
      pointer: text,
      object: kube,
    },
    { requiredKeys: ['check', 'severity', 'message', 'fix', 'object'] },
  ) as fc.Arbitrary<Finding>;
  fc.assert(
    fc.property(any, any, (a, b) => {
      const same = JSON.stringify([a.place, a.path, a.pointer]) === JSON.stringify([b.place, b.path, b.pointer]);
      if (compareFindings(a, b) === 0) expect([same, a]).toEqual([true, b]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  { severities: [], want: false },
  { severities: ['warning', 'info'], want: false },
  { severities: ['info', 'error'], want: true },
] as const)('errors in $severities: $want', ({ severities, want }) => {
  expect(hasErrors(severities.map((severity) => finding({ severity })))).toBe(want);
});
