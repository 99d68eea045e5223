import fc from 'fast-check';
import { canonicalQuantity } from '../../lib/core/canonical-quantity';
import { readQuantity } from '../../lib/core/quantity';

test.each([
  ['0', '0'],
  ['0Gi', '0'],
  ['1', '1'],
  ['1000m', '1'],
  ['0.5', '500m'],
  ['.5', '500m'],
  ['1500m', '1500m'],
  ['1000', '1k'],
  ['100000n', '100u'],
  ['1024Mi', '1Gi'],
  ['1.5Gi', '1536Mi'],
  ['1Ki', '1Ki'],
  ['0.5Ki', '512'],
  ['1000Ki', '1000Ki'],
  ['0.0001Gi', '107374182400u'],
  ['1e3', '1e3'],
  ['1000e3', '1e6'],
  ['12E', '12E'],
  ['-2000m', '-2'],
])('%s is kept as %s', (text, want) => expect(canonicalQuantity(text)).toBe(want));

test.each(['', 'abc', '1 Gi', '1gi'])('"%s" is no quantity', (text) => expect(canonicalQuantity(text)).toBeUndefined());

const SUFFIXES = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'Ki', 'Mi', 'Gi', 'Ti', 'e3', 'e-3'];
const quantities = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(999), fc.constantFrom(...SUFFIXES))
  .map(([whole, fraction, suffix]) => `${whole}.${fraction}${suffix}`);

test('the canonical form has the same value and is kept as it is', () => {
  fc.assert(
    fc.property(quantities, (text) => {
      const canonical = canonicalQuantity(text) ?? '';
      expect(readQuantity(canonical)).toEqual(readQuantity(text));
      expect(canonicalQuantity(canonical)).toBe(canonical);
    }),
  );
});
