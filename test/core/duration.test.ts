import * as fc from 'fast-check';
import { readDuration } from '../../lib/core/duration';

const MINUTE = 60e9;

test.each([
  { text: '0', want: 0 },
  { text: '+0', want: 0 },
  { text: '0s', want: 0 },
  { text: '1ns', want: 1 },
  { text: '1us', want: 1e3 },
  { text: '1µs', want: 1e3 },
  { text: '1μs', want: 1e3 },
  { text: '1ms', want: 1e6 },
  { text: '1.5s', want: 15e8 },
  { text: '.5s', want: 5e8 },
  { text: '1.s', want: 1e9 },
  { text: '10m', want: 10 * MINUTE },
  { text: '1h30m', want: 90 * MINUTE },
  { text: '30m1h', want: 90 * MINUTE },
  { text: '1h1h', want: 120 * MINUTE },
  { text: '-1.5h', want: -90 * MINUTE },
  { text: '+5s', want: 5e9 },
  { text: '1.1h', want: 66 * MINUTE },
  { text: '0.3333333333333333333h', want: 20 * MINUTE },
  { text: '1.9999ns', want: 1 },
  { text: '2562047h47m16s', want: 9_223_372_036e9 },
])('$text is $want ns', ({ text, want }) => expect(readDuration(text)).toBe(want));

test.each(
  [
    '',
    ' ',
    '5',
    '-',
    '+',
    's',
    '.s',
    '-.s',
    '1 h',
    '1h ',
    ' 1h',
    '1h-5m',
    '1d',
    '1H',
    '1m1',
    '1e3s',
    '0x1s',
    '1,5s',
    '1h\n',
  ]
    .concat(['00', '2562048h', '9999999999999999999999h', 'Infinitys', '１s'])
    .map((text) => ({ text })),
)('$text is no duration', ({ text }) => expect(readDuration(text)).toBeUndefined());

const UNITS = { ns: 1, us: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };
const part = fc.tuple(fc.nat(1000), fc.constantFrom(...(Object.keys(UNITS) as (keyof typeof UNITS)[])));

test('parts add up', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const text = parts.map(([number, unit]) => `${number}${unit}`).join('');
      const total = parts.reduce((sum, [number, unit]) => sum + number * UNITS[unit], 0);
      expect(readDuration(text)).toBe(total);
      expect(readDuration(`-${text}`)).toBe(total === 0 ? 0 : -total);
    }),
  );
});

test('a duration is whole nanoseconds', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,6}\.\d{0,12}(ns|us|ms|s|m|h)$/), (text) => {
      expect(Number.isInteger(readDuration(text))).toBe(true);
    }),
  );
});
