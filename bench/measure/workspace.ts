import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSystemOf } from './file-system';

/** The folder that everything of a benchmark is written to, so that all of it lies on one file system. */
export interface Workspace {
  readonly root: string;
  /** A path that was not used before. Nothing is there yet. */
  fresh(name: string): string;
  /** Says that what was written so far is not needed any more. */
  forget(): void;
  /** Waits until the disk has nothing left to do, so that no measurement pays for the one before. */
  settle(): void;
  /** Removes everything. */
  dispose(): void;
}

/**
 * Makes a workspace below the folder for temporary files, which `TMPDIR` may name.
 *
 * On a disk nothing is removed before the end: some file systems create files many times slower for minutes after many
 * were removed (ext4 without a journal passes over every inode that it freed of late, disks that are told of free blocks
 * are busy with that), and the measurement would be of that. In memory there is no such effect, and little room.
 *
 * @param bytes - Room that is needed between two calls of `forget`, at most and in all.
 * @throws {Error} when there is less.
 */
export function openWorkspace(bytes: { readonly most: number; readonly all: number }): Workspace {
  const inMemory = fileSystemOf(tmpdir()) === 'tmpfs';
  requireRoom(inMemory ? bytes.most : bytes.all);
  const root = mkdtempSync(join(tmpdir(), 'bayplan-bench-'));
  let used = 0;
  return {
    root,
    fresh(name) {
      used += 1;
      return join(root, `${String(used).padStart(3, '0')}-${name}`);
    },
    forget() {
      if (inMemory) for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true });
    },
    settle: () => void execFileSync('sync'),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}

function requireRoom(bytes: number): void {
  const { bavail, bsize } = statfsSync(tmpdir());
  if (bavail * bsize > bytes) return;
  const [free, needed] = [bavail * bsize, bytes].map((count) => Math.ceil(count / 1e9));
  const fix = 'name another folder by TMPDIR, or use --runs 1';
  throw new Error(`${tmpdir()} has ${free} GB free, and ${needed} GB are needed; ${fix}`);
}
