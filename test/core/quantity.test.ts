import * as fc from 'fast-check';
import { compareQuantities, parseQuantity, readQuantity, toMilli, toUnits } from '../../lib/core/quantity';

const NANO = 1_000_000_000n;

test.each([
  { text: '0', nano: 0n },
  { text: '1', nano: NANO },
  { text: '+1', nano: NANO },
  { text: '-1', nano: -NANO },
  { text: '1.', nano: NANO },
  { text: '.5', nano: NANO / 2n },
  { text: '0.5', nano: NANO / 2n },
  { text: '1n', nano: 1n },
  { text: '1u', nano: 1000n },
  { text: '250m', nano: 250_000_000n },
  { text: '1k', nano: 1000n * NANO },
  { text: '1M', nano: 1_000_000n * NANO },
  { text: '1G', nano: 10n ** 9n * NANO },
  { text: '1T', nano: 10n ** 12n * NANO },
  { text: '1P', nano: 10n ** 15n * NANO },
  { text: '1E', nano: 10n ** 18n * NANO },
  { text: '1Ki', nano: 1024n * NANO },
  { text: '1Mi', nano: 1024n ** 2n * NANO },
  { text: '1Gi', nano: 1024n ** 3n * NANO },
  { text: '1Ti', nano: 1024n ** 4n * NANO },
  { text: '1Pi', nano: 1024n ** 5n * NANO },
  { text: '8Ei', nano: 8n * 1024n ** 6n * NANO },
  { text: '14.5Gi', nano: 29n * 512n * 1024n ** 2n * NANO },
  { text: '1e3', nano: 1000n * NANO },
  { text: '1E3', nano: 1000n * NANO },
  { text: '1.5e-3', nano: 1_500_000n },
  { text: '12E+2', nano: 1200n * NANO },
  { text: '0.1n', nano: 1n },
  { text: '-0.1n', nano: -1n },
  { text: '1.0000000001', nano: NANO + 1n },
  { text: '1e-10', nano: 1n },
  { text: '9223372036854775807', nano: (2n ** 63n - 1n) * NANO },
])('$text is $nano nano', ({ text, nano }) => expect(readQuantity(text)).toEqual({ nano }));

test.each(
  ['', ' ', '.', '+', '-', '1i', '1mi', '1KI', '1ki', '1K', '10G i', ' 1', '1 ', '1Gi\n', '4GB', '1.2.3', '1+1', '--1']
    .concat(['1e', '1e+', '1e3Mi', '1Mie3', '1_000', '1,5', '0x10', 'NaN', 'Infinity', '1e100', '٣', '1Z'])
    .map((text) => ({ text })),
)('$text is no quantity', ({ text }) => expect(readQuantity(text)).toBeUndefined());

test('parseQuantity names the subject', () => {
  expect(parseQuantity('2', 'cpu')).toEqual({ nano: 2n * NANO });
  expect(() => parseQuantity('two', 'cpu', 'shop/web')).toThrow(
    'shop/web: cpu is "two", not a Kubernetes quantity; write a number with an optional suffix, such as 250m, 2, 512Mi or 10Gi [invalid-quantity]',
  );
});

test.each([
  { text: '1', units: 1n, milli: 1000n },
  { text: '0.1', units: 1n, milli: 100n },
  { text: '1.0001', units: 2n, milli: 1001n },
  { text: '-1.5', units: -1n, milli: -1500n },
  { text: '-0.0001', units: 0n, milli: 0n },
  { text: '1n', units: 1n, milli: 1n },
  { text: '0', units: 0n, milli: 0n },
])('$text is $units units and $milli milli, rounded up', ({ text, units, milli }) => {
  const quantity = parseQuantity(text, 'x');
  expect([toUnits(quantity), toMilli(quantity)]).toEqual([units, milli]);
});

const SUFFIXES = ['', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'e3', 'E-3'];
const suffix = fc.constantFrom(...SUFFIXES);
const whole = fc.nat(1_000_000);
const read = (text: string) => parseQuantity(text, 'x');

test('a quantity times a thousand is the same with the next suffix', () => {
  const ladder = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
  const binary = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
  const steps = (names: readonly string[]) =>
    names.slice(1).map((upper, index) => [names[index] ?? '', upper] as const);
  fc.assert(
    fc.property(whole, fc.constantFrom(...steps(ladder)), (number, [lower, upper]) => {
      expect(read(`${number * 1000}${lower}`)).toEqual(read(`${number}${upper}`));
    }),
  );
  fc.assert(
    fc.property(whole, fc.constantFrom(...steps(binary)), (number, [lower, upper]) => {
      expect(read(`${number * 1024}${lower}`)).toEqual(read(`${number}${upper}`));
    }),
  );
});

test('decimals shift as they are written', () => {
  fc.assert(
    fc.property(whole, fc.integer({ min: 0, max: 3 }), suffix, (number, places, unit) => {
      const digits = String(number).padStart(places + 1, '0');
      const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
      const scaled = read(`${text}${unit}`).nano * 10n ** BigInt(places);
      const exact = read(`${number}${unit}`).nano;
      // Only what is finer than a billionth is rounded, and then upwards.
      expect(scaled >= exact && scaled - exact < 10n ** BigInt(places)).toBe(true);
    }),
  );
});

test('signs mirror', () => {
  fc.assert(
    fc.property(whole, suffix, (number, unit) => {
      expect(read(`-${number}${unit}`).nano).toBe(-read(`${number}${unit}`).nano);
    }),
  );
});

test('the order is total and agrees with subtraction', () => {
  const quantity = fc.tuple(fc.constantFrom('', '-'), whole, suffix).map((parts) => read(parts.join('')));
  fc.assert(
    fc.property(quantity, quantity, (a, b) => {
      expect(compareQuantities(a, b)).toBe(Number(a.nano > b.nano) - Number(a.nano < b.nano));
      expect(compareQuantities(a, b) + compareQuantities(b, a)).toBe(0);
    }),
  );
});

test('rounding up never loses, and never adds a whole unit', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (nano) => {
      const units = toUnits({ nano }) * NANO;
      expect(units >= nano && units - nano < NANO).toBe(true);
      const milli = (toMilli({ nano }) * NANO) / 1000n;
      expect(milli >= nano && milli - nano < NANO / 1000n).toBe(true);
    }),
  );
});

test('any text is a quantity or none', () => {
  fc.assert(fc.property(fc.string(), (text) => ['bigint', 'undefined'].includes(typeof readQuantity(text)?.nano)));
});
