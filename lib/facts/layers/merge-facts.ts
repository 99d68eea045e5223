type FactMap = Readonly<Record<string, unknown>>;

/**
 * Lays one layer over another: maps are merged key by key, everything else replaces as a whole, `null` removes.
 *
 * @returns new maps; lists and texts are shared with the layers.
 */
export function mergeFacts(lower: FactMap, upper: FactMap): FactMap {
  const merged: Record<string, unknown> = { ...lower };
  for (const [key, value] of Object.entries(upper)) {
    if (value === undefined) continue;
    if (value === null) delete merged[key];
    else merged[key] = isFactMap(value) ? mergeFacts(mapAt(lower, key), value) : value;
  }
  return merged;
}

function mapAt(facts: FactMap, key: string): FactMap {
  const value = Object.hasOwn(facts, key) ? facts[key] : undefined;
  return isFactMap(value) ? value : {};
}

function isFactMap(value: unknown): value is FactMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
