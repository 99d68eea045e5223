const UNIT_NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};
const GRAMMAR = /^([+-]?)((?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
const PART = /(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g;

/**
 * Reads a Go duration, such as `10m`, `1h30m` or `1.5s`; `0` alone is allowed, as in Go.
 *
 * @returns whole nanoseconds, what is finer cut off as in Go; `undefined` when the text is no duration or exceeds Go's
 *   2^63 - 1 nanoseconds.
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function readDuration(text: string): number | undefined {
  if (/^[+-]?0$/.test(text)) return 0;
  const match = GRAMMAR.exec(text);
  if (!match) return undefined;
  let total = 0;
  for (const [, whole = '', fraction = '', unit = ''] of text.matchAll(PART)) {
    const nanoseconds = UNIT_NANOSECONDS[unit] ?? 0;
    // Apart, because 1.1 × 3600e9 is no whole number in floating point.
    total += Number(whole) * nanoseconds + Math.trunc(Number(fraction) * (nanoseconds / 10 ** fraction.length));
  }
  if (total > 2 ** 63) return undefined;
  return match[1] === '-' && total > 0 ? -total : total;
}
