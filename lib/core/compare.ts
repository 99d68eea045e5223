/**
 * Orders strings by UTF-16 code units.
 *
 * `localeCompare` depends on the machine's locale and ICU version; sorted output must not.
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Joins comparators: the first that is not 0 decides. */
export function compareBy<T>(...keys: readonly ((value: T) => string | number)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const left = key(a);
      const right = key(b);
      if (left < right) return -1;
      if (left > right) return 1;
    }
    return 0;
  };
}
