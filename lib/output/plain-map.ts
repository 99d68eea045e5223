/** A map as JSON knows it; its values still have to be looked at. */
export type PlainMap = Readonly<Record<string, unknown>>;

/** Levels of maps and lists that are written: no API comes near it, and data that contains itself has to end somewhere. */
export const DEEPEST = 200;

/** Whether a value is a plain map: no array, and no instance of a class, whose keys need not show what it means. */
export function isMap(value: unknown): value is PlainMap {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
