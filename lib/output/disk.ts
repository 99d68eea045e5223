import * as fs from 'node:fs';

/** The calls of `node:fs` that change something: replaced in tests, which stop or fail a run at each of them. */
export type Disk = Pick<typeof fs, 'linkSync' | 'mkdirSync' | 'renameSync' | 'rmSync' | 'rmdirSync' | 'writeFileSync'>;

export const DISK: Disk = fs;

/** A step of cleaning up that may fail: what it leaves, the next run cleans up. */
export function quietly(step: () => void): void {
  try {
    step();
  } catch {
    // As said above.
  }
}
