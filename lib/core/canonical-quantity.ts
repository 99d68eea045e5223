import { readQuantity } from './quantity';

const NANO = 1_000_000_000n;
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const;
const DECIMAL_SUFFIXES = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'] as const;

/**
 * A quantity in Kubernetes’ canonical form: `1000m` is `1`, `0.5` is `500m`, `1.5Gi` is `1536Mi`.
 *
 * The API server turns other forms into this one sooner or later, and leaves this one alone: so the stored object stays
 * equal to the committed one, and no engine sees a drift.
 *
 * @returns the text, or `undefined` when the given one is no quantity.
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#Quantity.CanonicalizeBytes
 */
export function canonicalQuantity(text: string): string | undefined {
  const quantity = readQuantity(text);
  if (!quantity) return undefined;
  const sign = quantity.nano < 0n ? '-' : '';
  const nano = quantity.nano < 0n ? -quantity.nano : quantity.nano;
  if (nano === 0n) return '0';
  const binary = text.endsWith('i') && nano >= 1024n * NANO && nano % NANO === 0n;
  const written = binary ? inPowersOf(nano / NANO, 1024n, BINARY_SUFFIXES) : inPowersOf(nano, 1000n, suffixesFor(text));
  return sign + written;
}

/** The largest suffix that leaves a whole number. */
function inPowersOf(amount: bigint, base: bigint, suffixes: readonly string[]): string {
  let rest = amount;
  let index = 0;
  while (index < suffixes.length - 1 && rest % base === 0n) {
    rest /= base;
    index++;
  }
  return `${rest}${suffixes[index]}`;
}

/** A quantity written with an exponent keeps one. */
function suffixesFor(text: string): readonly string[] {
  if (!/[eE][+-]?\d/.test(text)) return DECIMAL_SUFFIXES;
  return DECIMAL_SUFFIXES.map((_, index) => (index === 3 ? '' : `e${index * 3 - 9}`));
}
