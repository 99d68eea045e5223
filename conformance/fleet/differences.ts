/**
 * What two values differ in, one line a place, such as `/spec/replicas: 2 → 3`.
 *
 * @param extent - `written` ignores fields that only the second has, as those that a server adds.
 */
export function differences(a: unknown, b: unknown, extent: 'all' | 'written', pointer = ''): readonly string[] {
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    return a.flatMap((item, index) => differences(item, b[index], extent, `${pointer}/${index}`));
  }
  if (isMap(a) && isMap(b)) {
    const keys = extent === 'all' ? [...new Set([...Object.keys(a), ...Object.keys(b)])] : Object.keys(a);
    return keys.flatMap((key) => differences(a[key], b[key], extent, `${pointer}/${key}`));
  }
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  return [`${pointer}: ${JSON.stringify(a)} → ${b === undefined ? 'nothing' : JSON.stringify(b)}`];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
