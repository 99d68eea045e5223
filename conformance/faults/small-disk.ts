import { spawnSync } from 'node:child_process';

/** A file system in memory, mounted over a folder. */
export interface SmallDisk {
  /** Changes its options, such as `ro` or `size=64m`. */
  readonly remount: (options: string) => void;
  readonly unmount: () => void;
}

/** Mounts a file system of a certain size; `undefined` where this user may not. */
export function smallDisk(folder: string, size: string): SmallDisk | undefined {
  const mount = (...args: readonly string[]): boolean => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
  if (!mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder)) return undefined;
  return {
    remount: (options) => {
      if (!mount('-o', `remount,${options}`, folder)) throw new Error(`mount -o remount,${options} ${folder} failed`);
    },
    unmount: () => {
      spawnSync('umount', [folder], { stdio: 'ignore' });
    },
  };
}
