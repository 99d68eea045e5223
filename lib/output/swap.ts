import { existsSync } from 'node:fs';
import { type Disk, quietly } from './disk';
import { type Journal, removeJournal, writeJournal } from './journal';
import { errorCode, unwritable } from './unwritable';

/** The tree, and the folder beside it where a run works: `new/` holds what is staged, `old/` what was replaced. */
export interface SwapPlaces {
  readonly root: string;
  readonly workspace: string;
}

/**
 * Carries out a journal: each file is replaced in one step, orphans go last. Every step can be repeated, so that an
 * interrupted swap is carried out from its start: what is no longer staged has been placed. The caller removes the
 * journal.
 *
 * @throws {BayplanError} `unwritable-output` when a step fails; then the tree is as it was before, or, when undoing
 * failed too, the journal stays for the next run.
 */
export function swap(places: SwapPlaces, journal: Journal, disk: Disk): void {
  if (journal.direction === 'back') {
    goBack(places, journal, disk);
    return;
  }
  try {
    goForward(places, journal, disk);
  } catch (error) {
    writeJournal(places.workspace, { ...journal, direction: 'back' }, disk);
    goBack(places, journal, disk);
    removeJournal(places.workspace, disk);
    throw error;
  }
}

/**
 * Whether the tree was replaced since the journal was written, as `git checkout` or the cdk8s CLI do: then it fits no
 * more, and carrying it out would make a tree that never was.
 */
export function isOutdated({ root, workspace }: SwapPlaces, journal: Journal): boolean {
  if (!existsSync(root)) return true;
  if (journal.witness !== undefined && !existsSync(`${root}/${journal.witness}`)) return true;
  return journal.changed.some((path, index) => {
    const there = existsSync(`${root}/${path}`) || existsSync(`${workspace}/old/${index}`);
    return !there && existsSync(`${workspace}/new/${path}`);
  });
}

function goForward({ root, workspace }: SwapPlaces, { placed, changed, removed, emptied }: Journal, disk: Disk): void {
  disk.mkdirSync(root, { recursive: true });
  disk.mkdirSync(`${workspace}/old`, { recursive: true });
  const step = (path: string, move: () => void): void => {
    try {
      move();
    } catch (error) {
      throw unwritable(error, `${root}/${path}`);
    }
  };
  for (const path of placed) step(path, () => moveIfThere(`${workspace}/new/${path}`, `${root}/${path}`, disk));
  for (const [index, path] of changed.entries()) {
    step(path, () => {
      keep(`${root}/${path}`, `${workspace}/old/${index}`, disk);
      moveIfThere(`${workspace}/new/${path}`, `${root}/${path}`, disk);
    });
  }
  for (const [index, path] of removed.entries()) {
    step(path, () => moveIfThere(`${root}/${path}`, `${workspace}/old/${changed.length + index}`, disk));
  }
  // Somebody may have put something there meanwhile: then the folder stays.
  for (const path of emptied) quietly(() => disk.rmdirSync(`${root}/${path}`));
}

function goBack({ root, workspace }: SwapPlaces, { placed, changed, removed }: Journal, disk: Disk): void {
  for (const [index, path] of [...changed, ...removed].entries()) {
    moveIfThere(`${workspace}/old/${index}`, `${root}/${path}`, disk);
  }
  for (const path of placed) {
    if (!existsSync(`${workspace}/new/${path}`)) moveIfThere(`${root}/${path}`, `${workspace}/new/${path}`, disk);
  }
}

/** Keeps a file under a second name until the swap has succeeded; where there are no hard links, by moving it. */
function keep(file: string, kept: string, disk: Disk): void {
  if (existsSync(kept)) return;
  try {
    disk.linkSync(file, kept);
  } catch {
    disk.renameSync(file, kept);
  }
}

function moveIfThere(from: string, to: string, disk: Disk): void {
  try {
    disk.renameSync(from, to);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || existsSync(from)) throw error;
  }
}
