import type { EdgeMap } from './required-edges';

/**
 * The wave of each component: 0 without dependencies, else one more than the highest of its dependencies, so that
 * waiting for all lower waves means waiting for all dependencies.
 *
 * On a circle, which is an error elsewhere, the edge that closes it is passed over.
 */
export function waves(edges: EdgeMap): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  const open = new Set<string>();
  const waveOf = (name: string): number => {
    const wave = known.get(name);
    if (wave !== undefined) return wave;
    open.add(name);
    let highest = -1;
    for (const to of edges.get(name)?.keys() ?? []) if (!open.has(to)) highest = Math.max(highest, waveOf(to));
    open.delete(name);
    known.set(name, highest + 1);
    return highest + 1;
  };
  for (const name of edges.keys()) waveOf(name);
  return known;
}
