import { compareQuantities, readQuantity } from '../../core/quantity';
import type { FactPath } from '../fact-path';
import { isKnown, type LayeredCluster, whereWritten } from '../layers/layered-cluster';
import type { RuleProblem } from './rule';

/** A lower and an upper bound that stand side by side, such as `min` and `max`. */
interface Bounds<T> {
  /** Path of the map that holds both, below the cluster. */
  readonly path: FactPath;
  readonly min: readonly [key: string, value: T | undefined];
  readonly max: readonly [key: string, value: T | undefined];
}

/** A minimum above its maximum, reported at the one that the higher layer wrote. */
export function* minOverMax(cluster: LayeredCluster, { path, min, max }: Bounds<number>): Iterable<RuleProblem> {
  const [minKey, least] = min;
  const [maxKey, most] = max;
  if (least === undefined || most === undefined || least <= most) return;
  if (!isKnown(cluster, [...path, minKey]) || !isKnown(cluster, [...path, maxKey])) return;
  const check = 'min-over-max';
  const fix = `raise ${maxKey}, or lower ${minKey}`;
  const [minLayer, maxLayer] = [layerOf(cluster, [...path, minKey]), layerOf(cluster, [...path, maxKey])];
  if (maxLayer > minLayer)
    yield { check, path: [...path, maxKey], message: `${most} is below ${minKey}, which is ${least}`, fix };
  else yield { check, path: [...path, minKey], message: `${least} is over ${maxKey}, which is ${most}`, fix };
}

function layerOf(cluster: LayeredCluster, path: FactPath): number {
  const written = whereWritten(cluster, path);
  return written ? cluster.layers.indexOf(written.layer) : -1;
}

type Amounts = Readonly<Record<string, string | undefined>>;

/** Resources above what they may be at most, resource by resource. */
export function* resourcesOver(cluster: LayeredCluster, { path, min, max }: Bounds<Amounts>): Iterable<RuleProblem> {
  const [minKey, least = {}] = min;
  const [maxKey, most = {}] = max;
  for (const [name, amount = ''] of Object.entries(least)) {
    const limit = Object.hasOwn(most, name) ? most[name] : undefined;
    const [low, high] = [readQuantity(amount), readQuantity(limit ?? '')];
    if (!low || !high || compareQuantities(low, high) <= 0) continue;
    if (!isKnown(cluster, [...path, minKey, name]) || !isKnown(cluster, [...path, maxKey, name])) continue;
    yield {
      check: 'min-over-max',
      path: [...path, minKey, name],
      message: `${amount} is over ${maxKey}.${name}, which is ${limit}`,
      fix: `lower it, or raise ${maxKey}.${name}`,
    };
  }
}
