import { compareText } from '../../core/compare';
import type { EdgeMap } from './required-edges';

/** Everything that a component depends on, directly or not; itself only when it lies on a circle. */
export function reachable(edges: EdgeMap, start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const to of edges.get(name)?.keys() ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return seen;
}

/**
 * Components that wait for each other in a circle: for each knot of circles the shortest one, beginning and ending with
 * the first name of the knot.
 *
 * @returns lists such as `[a, b, a]`; none when an order exists.
 */
export function circles(edges: EdgeMap): readonly (readonly string[])[] {
  const names = [...edges.keys()].sort(compareText);
  const told = new Set<string>();
  const found: (readonly string[])[] = [];
  for (const name of names) {
    if (told.has(name)) continue;
    const circle = shortestWayBack(edges, name);
    if (!circle) continue;
    found.push(circle);
    const knot = reachable(edges, name);
    for (const other of knot) if (reachable(edges, other).has(name)) told.add(other);
  }
  return found;
}

/** Breadth first, neighbours in order of their names: the first way back to the start is the shortest. */
function shortestWayBack(edges: EdgeMap, start: string): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const name of queue) {
    for (const to of [...(edges.get(name)?.keys() ?? [])].sort(compareText)) {
      if (to === start) return wayTo(name, start, cameFrom);
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, name);
      queue.push(to);
    }
  }
  return undefined;
}

function wayTo(last: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [start];
  for (let name: string | undefined = last; name !== undefined && name !== start; name = cameFrom.get(name))
    way.unshift(name);
  return [start, ...way];
}
