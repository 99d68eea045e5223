/**
 * The allowed word that a typo most likely meant: the smallest edit distance, where swapping two neighbours counts once;
 * failing that, the only word that holds the typo, as `argocd` holds `argo`.
 *
 * @returns the word; `undefined` when none is near and not exactly one holds the typo. Near is within a third of the
 *   typo's length, at least one edit, and never as many edits as the typo has characters.
 */
export function nearest(typo: string, words: readonly string[]): string | undefined {
  const lower = typo.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.min(typo.length, Math.max(1, Math.floor(typo.length / 3)) + 1);
  for (const word of words) {
    if (Math.abs(word.length - typo.length) >= bestDistance) continue;
    const distance = editDistance(lower, word.toLowerCase());
    if (distance < bestDistance) {
      best = word;
      bestDistance = distance;
    }
  }
  return best ?? onlyHolder(lower, words);
}

/** Shorter than this, a text is part of too many words to mean one. */
const MIN_PART = 3;

function onlyHolder(part: string, words: readonly string[]): string | undefined {
  if (part.length < MIN_PART) return undefined;
  const holders = words.filter((word) => word.toLowerCase().includes(part));
  return holders.length === 1 ? holders[0] : undefined;
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost 1 each. */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((current[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
