import { readFileSync } from 'node:fs';
import type { Disk } from './disk';
import type { TreePlan } from './tree-plan';
import { errorCode } from './unwritable';

/**
 * What a run does to the tree, as paths relative to the output folder. Once it is written the run has happened: whoever
 * finds it carries it out.
 */
export interface Journal {
  /** `back` after a step failed: then what was done is undone. */
  readonly direction: 'forward' | 'back';
  /** Files and folders that are new. */
  readonly placed: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Folders that held only what is removed, the deeper ones first. */
  readonly emptied: readonly string[];
  /** A file that stays, if there is one: without it, the tree is no longer the one that the journal was made for. */
  readonly witness?: string;
}

export function journalOf({ changes, placed, emptied, witness }: TreePlan): Journal {
  const { changed, removed } = changes;
  return { direction: 'forward', placed, changed, removed, emptied, ...(witness === undefined ? {} : { witness }) };
}

/** Writes the journal in one step: a reader finds all of it or none. */
export function writeJournal(workspace: string, journal: Journal, disk: Disk): void {
  disk.writeFileSync(`${workspace}/journal.part`, JSON.stringify(journal));
  disk.renameSync(`${workspace}/journal.part`, journalFile(workspace));
}

/** The journal of an interrupted run; `undefined` when there is none, or a power failure left half of one. */
export function readJournal(workspace: string): Journal | undefined {
  try {
    return JSON.parse(readFileSync(journalFile(workspace), 'utf8')) as Journal;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function removeJournal(workspace: string, disk: Disk): void {
  disk.rmSync(journalFile(workspace), { force: true });
}

function journalFile(workspace: string): string {
  return `${workspace}/journal`;
}
