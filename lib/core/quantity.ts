import { BayplanError } from './errors';

/**
 * A Kubernetes quantity, exact: `nano` is the value times 10^9.
 *
 * A BigInt, because quantities reach 2^63 and floats stop being exact at 2^53.
 */
export interface Quantity {
  readonly nano: bigint;
}

const NANO = 1_000_000_000n;
const BINARY: Readonly<Record<string, bigint>> = {
  Ki: 1n << 10n,
  Mi: 1n << 20n,
  Gi: 1n << 30n,
  Ti: 1n << 40n,
  Pi: 1n << 50n,
  Ei: 1n << 60n,
};
const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const GRAMMAR = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:([eE][+-]?\d{1,2})|(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E))?$/;

/**
 * Reads a quantity as the API server does: a decimal number with a binary suffix (`Ki` to `Ei`), a decimal suffix
 * (`n` to `E`) or an exponent. What is finer than 10^-9 is rounded away from zero.
 *
 * @returns the quantity, or `undefined` when the text is none.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function readQuantity(text: string): Quantity | undefined {
  const match = GRAMMAR.exec(text);
  if (!match) return undefined;
  const [, sign, number = '', exponent, suffix = ''] = match;
  const [whole = '', fraction = ''] = number.split('.');
  const digits = BigInt(`${whole}${fraction}` || '0');
  const binary = BINARY[suffix];
  const power = exponent ? Number(exponent.slice(1)) : (DECIMAL[suffix] ?? 0);
  const scale = (binary ?? 1n) * NANO;
  const magnitude = roundUp(digits * scale * pow10(power), pow10(fraction.length) * pow10(-power));
  return { nano: sign === '-' ? -magnitude : magnitude };
}

function pow10(power: number): bigint {
  return power > 0 ? 10n ** BigInt(power) : 1n;
}

function roundUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator;
}

/**
 * Reads a quantity that must be one.
 *
 * @throws {BayplanError} `invalid-quantity` when the text is not a quantity.
 */
export function parseQuantity(text: string, subject: string, path?: string): Quantity {
  const quantity = readQuantity(text);
  if (quantity) return quantity;
  throw new BayplanError('invalid-quantity', {
    ...(path === undefined ? {} : { path }),
    message: `${subject} is ${JSON.stringify(text)}, not a Kubernetes quantity`,
    fix: 'write a number with an optional suffix, such as 250m, 2, 512Mi or 10Gi',
  });
}

/** Orders two quantities by value: `1` and `1000m` are equal. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  return a.nano < b.nano ? -1 : a.nano > b.nano ? 1 : 0;
}

/** Whole units, rounded up: bytes of a memory quantity, pods, devices. */
export function toUnits(quantity: Quantity): bigint {
  return divideUp(quantity.nano, NANO);
}

/** Thousandths, rounded up as the scheduler does for cpu. */
export function toMilli(quantity: Quantity): bigint {
  return divideUp(quantity.nano, NANO / 1000n);
}

function divideUp(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator > quotient * denominator ? quotient + 1n : quotient;
}
