/** Keys that stand first in any map, as in hand-written manifests: what a thing is, then what it is called. */
const FIRST = ['apiVersion', 'kind', 'metadata', 'name', 'namespace', 'image'];
/** The same for the metadata of an object or of a template. */
const FIRST_IN_METADATA = ['name', 'namespace', 'labels', 'annotations'];

/**
 * The keys of a map in the order in which they are written: the customary ones first, all others by code unit.
 *
 * One rule for every map, so that no schema is needed and a new field never moves others: an object begins with
 * apiVersion, kind and metadata, a container with its name and image.
 *
 * @param ownKey - The key under which the map stands; empty at the root and in lists.
 */
export function orderedKeys(map: Readonly<Record<string, unknown>>, ownKey: string): readonly string[] {
  const keys = Object.keys(map);
  if (keys.length < 2) return keys;
  keys.sort();
  let place = 0;
  for (const key of ownKey === 'metadata' ? FIRST_IN_METADATA : FIRST) {
    const found = keys.indexOf(key, place);
    if (found < 0) continue;
    keys.copyWithin(place + 1, place, found);
    keys[place] = key;
    place += 1;
  }
  return keys;
}
