import { nearest } from '../../core/nearest';
import { type FactPath, isWithin } from '../fact-path';
import { type FleetFile, fleetFile } from '../schema/fleet-file';
import { keysAt } from '../schema/schema-at';
import type { Located } from '../yaml/located';
import { plainValue } from '../yaml/plain-value';
import type { FactProblem } from './fact-problem';
import { issueProblems } from './issue-problems';

/** A file with its invalid parts taken out, so that the rest can still be judged. */
export interface ValidFile {
  /** Absent when nothing is left, as when the file is a list. */
  readonly file?: FleetFile;
  readonly problems: readonly FactProblem[];
  /** Paths of what was taken out, or was probably meant by an unknown key: nothing may be concluded from their absence. */
  readonly broken: readonly FactPath[];
}

/** Required keys of the file: once they are reported as missing or invalid, the rest is judged without them. */
const STAND_INS = { fleet: 'fleet', clusters: {} };

/** Judges a file by its schema: all problems at once. */
export function validFile(root: Located): ValidFile {
  const problems: FactProblem[] = [];
  const broken: FactPath[] = [];
  const meant: FactPath[] = [];
  // `clutsers:` is not a missing `clusters` as well.
  const isEcho = ({ check, path }: FactProblem) =>
    check === 'missing-key' && meant.some((other) => isSame(path, other));
  let value: unknown = plainValue(root);
  // A rule of a map speaks only once its values are valid: so judge, take out what is wrong, judge the rest.
  for (;;) {
    const result = fleetFile.safeParse(value);
    if (result.success)
      return { file: result.data, problems: problems.filter((one) => !isEcho(one)), broken: [...broken, ...meant] };
    const found = result.error.issues.flatMap((issue) => issueProblems(root, issue));
    problems.push(...found);
    const removed = found.map(({ path }) => removable(path));
    if (removed.some((path) => path.length === 0)) return { problems, broken };
    broken.push(...removed);
    meant.push(...found.flatMap(({ check, path }) => (check === 'unknown-key' ? meantBy(path) : [])));
    value = { ...STAND_INS, ...(without(value, removed, []) as object) };
  }
}

/** A list with a wrong item is taken out as a whole, since its other items would move up. */
function removable(path: FactPath): FactPath {
  const index = path.findIndex((step) => typeof step === 'number');
  return index === -1 ? path : path.slice(0, index);
}

function isSame(path: FactPath, other: FactPath): boolean {
  return path.length === other.length && isWithin(path, other);
}

function meantBy(path: FactPath): readonly FactPath[] {
  const parent = path.slice(0, -1);
  const guess = nearest(String(path.at(-1)), keysAt(fleetFile, parent));
  return guess === undefined ? [] : [[...parent, guess]];
}

function without(value: unknown, removed: readonly FactPath[], path: FactPath): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const inside = removed.filter((other) => other.length > path.length && isWithin(other, path));
  if (inside.length === 0) return value;
  const kept = Object.entries(value).filter(
    ([key]) => !inside.some((other) => other.length === path.length + 1 && other.at(-1) === key),
  );
  return Object.fromEntries(kept.map(([key, child]) => [key, without(child, inside, [...path, key])]));
}
