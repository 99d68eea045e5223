import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSystemOf } from './file-system';

/** The folder that everything of a benchmark is written to, so that all of it lies on one file system. */
export interface Workspace {
  readonly root: string;
  /** A path that was not used before. Nothing is there yet. */
  fresh(name: string): string;
  /** Removes what was written so far. */
  clear(): void;
  /** Waits until the disk has nothing left to do, so that no measurement pays for the one before. */
  settle(): void;
  /** Removes the workspace. */
  dispose(): void;
}

/**
 * Makes a workspace.
 *
 * @param bytes - Room that is needed.
 * @param folder - Where. @default in memory where there is room, else the folder for temporary files
 * @throws {Error} when there is less room.
 */
export function openWorkspace(bytes: number, folder: string = roomyFolder(bytes)): Workspace {
  requireRoom(folder, bytes);
  const root = mkdtempSync(join(folder, 'bayplan-bench-'));
  let used = 0;
  return {
    root,
    fresh(name) {
      used += 1;
      return join(root, `${String(used).padStart(3, '0')}-${name}`);
    },
    clear() {
      for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true });
    },
    settle: () => void execFileSync('sync'),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}

const MEMORY = '/dev/shm';

/**
 * Memory is as good as a disk that takes no time: nothing else disturbs it, and `cp -r` is at its fastest, so ratios to
 * it are at their highest.
 */
function roomyFolder(bytes: number): string {
  if (freemem() < 2 * bytes || fileSystemOf(MEMORY) !== 'tmpfs') return tmpdir();
  return freeBytes(MEMORY) > bytes ? MEMORY : tmpdir();
}

function requireRoom(folder: string, bytes: number): void {
  if (freeBytes(folder) > bytes) return;
  const [free, needed] = [freeBytes(folder), bytes].map((count) => Math.ceil(count / 1e9));
  throw new Error(`${folder} has ${free} GB free, and ${needed} GB are needed; name another by --folder`);
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
