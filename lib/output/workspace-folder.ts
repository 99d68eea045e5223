import { accessSync, constants, existsSync, lstatSync, mkdirSync, realpathSync, renameSync, rmdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { quietly } from './disk';
import { errorCode, unwritableFor } from './unwritable';

/**
 * The folders in which a run on an output folder may work, best first: beside it, so that nothing of ours is ever in
 * what is synced; within it, when it is a mount or its parent may not be written. `.bayplan-dist`, for `dist`.
 */
export function workspaceFolders(root: string): readonly [beside: string, within: string] {
  const full = resolve(root);
  const name = `.bayplan-${basename(full)}`;
  return [join(dirname(full), name), join(full, name)];
}

/** @throws {BayplanError} `unwritable-output` when the output folder is something else, or may not be written. */
export function requireFolder(root: string): void {
  const found = lstatSync(root, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isSymbolicLink()) {
    throw unwritableFor(root, 'it is a symbolic link', `write to ${targetOf(root)} itself, or remove the link`);
  }
  if (!found.isDirectory()) throw unwritableFor(root, 'it is a file', 'remove it, or write elsewhere with --out');
  accessSync(root, constants.W_OK);
}

/** The folder in which this run works. */
export function chooseWorkspace(root: string): string {
  const [beside, within] = workspaceFolders(root);
  return !existsSync(root) || movesInto(resolve(root), beside) ? beside : within;
}

/** Whether a file can be moved from a folder, which is made if need be, into the output folder. */
function movesInto(root: string, folder: string): boolean {
  const isNew = !existsSync(folder);
  try {
    mkdirSync(folder, { recursive: true });
    // Moves nothing: what does not exist. A system that looks for mounts first says EXDEV nevertheless.
    renameSync(join(folder, 'none'), join(root, '.bayplan-none'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true;
    if (isNew) quietly(() => rmdirSync(folder));
  }
  return false;
}

function targetOf(link: string): string {
  try {
    return realpathSync(link);
  } catch {
    return 'a folder';
  }
}
