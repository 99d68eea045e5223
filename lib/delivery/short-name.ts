/** A label’s value, and so what tools can search by, is at most this long. */
const LONGEST = 63;
const HASH_DIGITS = 8;

/**
 * A name of at most 63 characters: longer ones are cut and end in a hash of the whole, so that different names stay
 * different.
 */
export function shortName(name: string): string {
  if (name.length <= LONGEST) return name;
  const start = name.slice(0, LONGEST - HASH_DIGITS - 1).replace(/-+$/, '');
  return `${start}-${fnv1a(name).toString(16).padStart(HASH_DIGITS, '0')}`;
}

/** FNV-1a with 32 bits: enough to tell a handful of long names apart. @see https://datatracker.ietf.org/doc/html/rfc9923 */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
}
