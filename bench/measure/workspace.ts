import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder that everything of a benchmark is written to, so that all of it lies on one file system. */
export interface Workspace {
  path(...names: readonly string[]): string;
  /** Removes trees and waits until the disk has nothing left to do, so that no measurement pays for the one before. */
  settle(...names: readonly string[]): void;
  dispose(): void;
}

/** Makes a workspace below the folder for temporary files, which `TMPDIR` may name. */
export function openWorkspace(): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'bayplan-bench-'));
  const path = (...names: readonly string[]): string => join(root, ...names);
  return {
    path,
    settle(...names) {
      for (const name of names) rmSync(path(name), { recursive: true, force: true });
      execFileSync('sync');
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}
