import { nearest } from '../../core/nearest';
import type { FactPath } from '../fact-path';
import { PathTree } from '../path-tree';
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
  readonly broken: PathTree;
}

/** Required keys of the file: once they are reported as missing or invalid, the rest is judged without them. */
const STAND_INS = { fleet: 'fleet', clusters: {} };

/** Values, then the names of maps and resources, then what is left: more rounds would mean that nothing is taken out. */
const MAX_ROUNDS = 8;

/** Judges a file by its schema: all problems at once. */
export function validFile(root: Located): ValidFile {
  const problems: FactProblem[] = [];
  const broken = new PathTree();
  const meant = new PathTree();
  let value: unknown = plainValue(root);
  // A rule of a map speaks only once its values are valid: so judge, take out what is wrong, judge the rest.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const result = fleetFile.safeParse(value);
    // `clutsers:` is not a missing `clusters` as well.
    const told = problems.filter(({ check, path }) => check !== 'missing-key' || !meant.covers(path));
    if (result.success) return { file: result.data, problems: told, broken };
    const found = result.error.issues.flatMap((issue) => issueProblems(root, issue));
    const removed = new PathTree(found.map(({ path }) => removable(path)));
    if (removed.covers([])) return { problems: [...problems, ...found], broken };
    problems.push(...found);
    for (const { check, path } of found) {
      broken.add(removable(path));
      const guess = check === 'unknown-key' ? meantBy(path) : undefined;
      if (guess) for (const tree of [meant, broken]) tree.add(guess);
    }
    value = { ...STAND_INS, ...(without(value, removed, []) as object) };
  }
  return { problems, broken };
}

/** A list with a wrong item is taken out as a whole, since its other items would move up. */
function removable(path: FactPath): FactPath {
  const index = path.findIndex((step) => typeof step === 'number');
  return index === -1 ? path : path.slice(0, index);
}

function meantBy(path: FactPath): FactPath | undefined {
  const parent = path.slice(0, -1);
  const guess = nearest(String(path.at(-1)), keysAt(fleetFile, parent));
  return guess === undefined ? undefined : [...parent, guess];
}

function without(value: unknown, removed: PathTree, path: FactPath): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !removed.touches(path)) return value;
  const kept = Object.entries(value).filter(([key]) => !removed.covers([...path, key]));
  return Object.fromEntries(kept.map(([key, child]) => [key, without(child, removed, [...path, key])]));
}
