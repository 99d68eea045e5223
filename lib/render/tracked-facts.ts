import type { Cluster } from '../facts/cluster';

/**
 * One question to the facts: the value at a path, whether there is anything at a path, or the keys of a map.
 *
 * Lists count as values, whole: their items are few and mostly read together.
 */
export interface FactRead {
  readonly question: 'value' | 'presence' | 'keys';
  readonly path: readonly string[];
}

/** A read with its answer, as text: two clusters that answer alike look alike to the component. */
export interface AnsweredRead extends FactRead {
  readonly answer: string;
}

/** A view of a cluster’s facts that records every read, in order, each question once. */
export interface TrackedFacts {
  readonly view: Cluster;
  readonly reads: readonly AnsweredRead[];
}

/** Wraps a cluster’s facts. The view is read-only; writing to it throws a TypeError. */
export function trackFacts(cluster: Cluster): TrackedFacts {
  const reads: AnsweredRead[] = [];
  const seen = new Set<string>();
  const record = (question: FactRead['question'], path: readonly string[], value: unknown): void => {
    const id = `${question} ${JSON.stringify(path)}`;
    if (seen.has(id)) return;
    seen.add(id);
    reads.push({ question, path, answer: answerOf(question, value) });
  };
  return { view: viewOf(asMap(cluster), [], record) as unknown as Cluster, reads };
}

/** The answer that a cluster gives to a question, without a component asking. */
export function answer(cluster: Cluster, { question, path }: FactRead): string {
  let value: unknown = cluster;
  for (const key of path) value = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return answerOf(question, value);
}

/** Whether two reads ask the same. */
export function sameQuestion(a: FactRead, b: FactRead): boolean {
  return a.question === b.question && a.path.length === b.path.length && a.path.every((key, i) => key === b.path[i]);
}

type Recorder = (question: FactRead['question'], path: readonly string[], value: unknown) => void;
type FactMap = Readonly<Record<string, unknown>>;

function asMap(cluster: Cluster): FactMap {
  return cluster as unknown as FactMap;
}

function isMap(value: unknown): value is FactMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function answerOf(question: FactRead['question'], value: unknown): string {
  if (question === 'keys') return isMap(value) ? JSON.stringify(Object.keys(value)) : 'none';
  if (value === undefined) return 'absent';
  if (question === 'presence') return 'present';
  return isMap(value) ? 'map' : JSON.stringify(value);
}

/**
 * A proxy over an empty object instead of the facts themselves: the facts are frozen, and a proxy of a frozen object may
 * not answer with another proxy.
 */
function viewOf(map: FactMap, path: readonly string[], record: Recorder): FactMap {
  const children = new Map<string, FactMap>();
  const read = (key: string): unknown => {
    const value = Object.hasOwn(map, key) ? map[key] : undefined;
    const childPath = [...path, key];
    record('value', childPath, value);
    if (!isMap(value)) return value;
    const child = children.get(key) ?? viewOf(value, childPath, record);
    children.set(key, child);
    return child;
  };
  const isFact = (key: string | symbol): key is string => typeof key === 'string' && Object.hasOwn(map, key);
  return new Proxy<FactMap>(
    {},
    {
      get: (target, key) =>
        typeof key === 'string' && !(key in target && !isFact(key)) ? read(key) : Reflect.get(target, key),
      has: (_, key) => {
        if (typeof key === 'string') record('presence', [...path, key], map[key]);
        return isFact(key);
      },
      ownKeys: () => {
        record('keys', path, map);
        return Object.keys(map);
      },
      getOwnPropertyDescriptor: (_, key) => {
        if (typeof key === 'string') record('presence', [...path, key], map[key]);
        return isFact(key) ? { get: () => read(key), enumerable: true, configurable: true } : undefined;
      },
      set: refuse,
      defineProperty: refuse,
      deleteProperty: refuse,
      setPrototypeOf: refuse,
    },
  );
}

function refuse(): never {
  throw new TypeError('the facts of a cluster are read-only');
}
