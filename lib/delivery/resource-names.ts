/**
 * The resource names that a kind most likely has, such as `networkpolicies` for NetworkPolicy: what webhook rules and
 * the names of CustomResourceDefinitions use instead of the kind.
 *
 * Guessed by the rules of English, because objects do not say it: a group rarely has two kinds that differ by them only.
 */
export function resourceNames(kind: string): readonly string[] {
  const word = kind.toLowerCase();
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`, word];
  if (/(s|x|z|ch|sh)$/.test(word)) return [`${word}es`, word];
  return [`${word}s`, word];
}
