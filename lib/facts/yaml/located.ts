import type { FactPath } from '../fact-path';

/** A YAML value that remembers where it was written: offsets count UTF-16 code units from the start of the text. */
export type Located = LocatedScalar | LocatedList | LocatedMap;

export interface LocatedScalar {
  readonly type: 'scalar';
  /** Where the value starts; of an empty value, where its key starts. */
  readonly offset: number;
  readonly value: string | number | boolean | null;
  /** A plain scalar as it was written, which tells `1.30` from `1.3`; absent on quoted text. */
  readonly source?: string;
}

export interface LocatedList {
  readonly type: 'list';
  readonly offset: number;
  readonly items: readonly Located[];
}

export interface LocatedEntry {
  readonly keyOffset: number;
  readonly value: Located;
}

/** A key that stands in its map a second time; its value is dropped. */
export interface RepeatedKey {
  readonly key: string;
  readonly offset: number;
}

export interface LocatedMap {
  readonly type: 'map';
  readonly offset: number;
  readonly entries: ReadonlyMap<string, LocatedEntry>;
  readonly repeated: readonly RepeatedKey[];
}

/** Collects the entries of a map while it is read: of a repeated key, the first wins. */
export class LocatedMapBuilder {
  private readonly entries = new Map<string, LocatedEntry>();
  private readonly repeated: RepeatedKey[] = [];

  add(key: string, keyOffset: number, value: Located): void {
    if (this.entries.has(key)) this.repeated.push({ key, offset: keyOffset });
    else this.entries.set(key, { keyOffset, value });
  }

  build(offset: number): LocatedMap {
    return { type: 'map', offset, entries: this.entries, repeated: this.repeated };
  }
}

/** What stands at one step below a value; a list’s items have no key. */
export function childOf(
  node: Located,
  step: string | number,
): (Partial<LocatedEntry> & Pick<LocatedEntry, 'value'>) | undefined {
  if (node.type === 'map') return node.entries.get(String(step));
  const item = node.type === 'list' ? node.items[Number(step)] : undefined;
  return item && { value: item };
}

/** A value found by its path. */
export interface Found {
  /** Where to point a person: the value, or the key of a collection. */
  readonly offset: number;
  /** Where the key stands; of a list’s item, the item. */
  readonly keyOffset: number;
  readonly value: Located;
}

/** Looks a value up; `undefined` when the path leads nowhere. */
export function findLocated(root: Located, path: FactPath): Found | undefined {
  let found: Found = { offset: root.offset, keyOffset: root.offset, value: root };
  for (const step of path) {
    const child = childOf(found.value, step);
    if (!child) return undefined;
    const { value, keyOffset = value.offset } = child;
    found = { offset: value.type === 'scalar' ? value.offset : keyOffset, keyOffset, value };
  }
  return found;
}
