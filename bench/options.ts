import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Fleet sizes, ascending. */
  readonly clusters: readonly number[];
  /** How often Bayplan and `cp -r` are measured in turn. */
  readonly runs: number;
  /** Whether `helm template`, `kubectl kustomize` and plain cdk8s are measured too. */
  readonly peers: boolean;
  /** Where trees are written. @default in memory where there is room */
  readonly folder?: string;
  /** Whether this is the whole benchmark, whose table docs/benchmarks.md holds. */
  readonly whole: boolean;
}

const SIZES = [10, 100, 1000];

/** @throws {TypeError} on an unknown option, {RangeError} on a value that is no positive whole number. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      clusters: { type: 'string' },
      runs: { type: 'string' },
      folder: { type: 'string' },
      'no-peers': { type: 'boolean' },
    },
  });
  return {
    clusters:
      values.clusters
        ?.split(',')
        .map(positive)
        .sort((a, b) => a - b) ?? SIZES,
    runs: positive(values.runs ?? '3'),
    peers: !values['no-peers'],
    ...(values.folder === undefined ? {} : { folder: values.folder }),
    whole: args.length === 0,
  };
}

function positive(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new RangeError(`"${text}" is no positive whole number; write --clusters 10,100 or --runs 3`);
}
