/** The way to a value: keys of maps and, from 0, indexes of lists. */
export type FactPath = readonly (string | number)[];

/**
 * `clusters.eu-prod.nodePools.general.zones[0]`; a key that is more than one word stands in brackets:
 * `labels["example.com/unit"]`.
 */
export function formatPath(path: FactPath): string {
  return path.map((step, index) => formatStep(step, index === 0)).join('');
}

function formatStep(step: string | number, first: boolean): string {
  if (typeof step === 'number') return `[${step}]`;
  if (!/^[\w-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
  return first ? step : `.${step}`;
}

/** Whether one path is the other, or lies above it. */
export function isWithin(path: FactPath, ancestor: FactPath): boolean {
  return ancestor.length <= path.length && ancestor.every((step, index) => step === path[index]);
}

/**
 * Reads what `formatPath` writes, and dotted paths whose keys hold dots: of the known keys the longest that fits wins.
 *
 * @param keysBelow - the known keys of the map at a path.
 */
export function readPath(text: string, keysBelow: (path: FactPath) => readonly string[]): FactPath {
  const path: (string | number)[] = [];
  for (let rest = text; rest !== ''; ) {
    const bracket = /^\.?\[(?:(\d+)|("(?:[^"\\]|\\.)*"))\]/.exec(rest);
    const known = bracket ? undefined : longestKey(rest.replace(/^\./, ''), keysBelow(path));
    const word = /^\.?[^.[]*/.exec(rest)?.[0] ?? rest;
    if (bracket?.[1] !== undefined) path.push(Number(bracket[1]));
    else path.push(bracket ? unquote(bracket[2]) : (known ?? word.replace(/^\./, '')));
    const length = bracket
      ? bracket[0].length
      : known === undefined
        ? word.length
        : known.length + (rest.startsWith('.') ? 1 : 0);
    rest = rest.slice(Math.max(length, 1));
  }
  return path;
}

function longestKey(rest: string, keys: readonly string[]): string | undefined {
  const fits = keys.filter((key) => key !== '' && rest.startsWith(key) && /^($|[.[])/.test(rest.slice(key.length)));
  return fits.reduce<string | undefined>(
    (best, key) => (best === undefined || key.length > best.length ? key : best),
    undefined,
  );
}

function unquote(text = ''): string {
  return JSON.parse(text);
}
