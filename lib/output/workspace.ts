import { existsSync } from 'node:fs';
import { DISK, type Disk, quietly } from './disk';
import { readJournal, removeJournal } from './journal';
import { lock } from './lock';
import { isOutdated, type SwapPlaces, swap } from './swap';
import { unwritable } from './unwritable';
import { chooseWorkspace, requireFolder, workspaceFolders } from './workspace-folder';

/**
 * What became of an interrupted run: it was `completed` when it had decided what to do, `undone` when it was undoing a
 * failure, `dropped` when it had not decided yet or the tree was replaced since. `none`: there was none.
 */
export type Recovery = 'none' | 'completed' | 'undone' | 'dropped';

/** A folder that is this run’s alone, to stage and swap in. */
export interface Workspace extends SwapPlaces {
  readonly recovery: Recovery;
  /** Gives the folder up after its journal, if there is one, was carried out. */
  finish(): void;
  /** Gives the folder up. A journal that could not be carried out stays, with all that it needs. */
  close(): void;
}

/**
 * Opens the workspace of an output folder, after what an interrupted run left was carried out or cleaned up.
 *
 * @throws {BayplanError} `unwritable-output` when the output folder is none, may not be written, or is being written.
 */
export function openWorkspace(root: string, disk: Disk): Workspace {
  try {
    // A slash at the end would make a link look like its target.
    const folder = root.replace(/(?<=.)[/\\]+$/, '');
    requireFolder(folder);
    const recovery = recoverTree(folder, disk);
    return { ...enter(folder, chooseWorkspace(folder), disk), recovery };
  } catch (error) {
    throw unwritable(error);
  }
}

/**
 * Brings an output folder to one tree after a run that was killed: the new one, when the run had decided on it, else the
 * old one. `openTree` does so by itself; whoever only reads the tree calls this first.
 *
 * @throws {BayplanError} `unwritable-output` when a run is going on, or what is left cannot be carried out.
 */
export function recoverTree(root: string, disk: Disk = DISK): Recovery {
  let result: Recovery = 'none';
  for (const folder of workspaceFolders(root)) {
    if (!existsSync(folder)) continue;
    const workspace = enter(root, folder, disk);
    workspace.close();
    if (workspace.recovery !== 'none') result = workspace.recovery;
  }
  return result;
}

function enter(root: string, workspace: string, disk: Disk): Workspace {
  const places = { root, workspace };
  const unlock = lock(root, workspace, disk);
  const close = (): void => {
    quietly(() => {
      if (readJournal(workspace) === undefined) clear(workspace, disk);
    });
    unlock();
  };
  const finish = (): void => {
    quietly(() => removeJournal(workspace, disk));
    close();
  };
  try {
    return { ...places, recovery: recover(places, disk), finish, close };
  } catch (error) {
    close();
    throw unwritable(error);
  }
}

function recover(places: SwapPlaces, disk: Disk): Recovery {
  const { workspace } = places;
  const journal = readJournal(workspace);
  const isLeft = journal !== undefined || existsSync(`${workspace}/new`) || existsSync(`${workspace}/journal.part`);
  let recovery: Recovery = isLeft ? 'dropped' : 'none';
  if (journal && !isOutdated(places, journal)) {
    swap(places, journal, disk);
    recovery = journal.direction === 'forward' ? 'completed' : 'undone';
  }
  removeJournal(workspace, disk);
  clear(workspace, disk);
  return recovery;
}

function clear(workspace: string, disk: Disk): void {
  for (const name of ['new', 'old', 'journal.part']) {
    disk.rmSync(`${workspace}/${name}`, { recursive: true, force: true });
  }
}
