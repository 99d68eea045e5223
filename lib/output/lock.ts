import { readdirSync, rmdirSync, statSync } from 'node:fs';
import { type Disk, quietly } from './disk';
import { isAlive, ownProcess, type ProcessId } from './process-life';
import { errorCode, unwritable, unwritableFor } from './unwritable';

const ATTEMPTS = 3;

/**
 * Makes sure that one run at a time works in a folder, which is made if need be.
 *
 * Each run leaves a file named after its process and looks for those of others. So a lock says whose it is from its
 * first moment, and taking away that of a dead process can never take away that of a living one. Two that start in the
 * same moment see each other, step back, and try again a different time later.
 *
 * @returns what gives the lock back.
 * @throws {BayplanError} `unwritable-output` when another run works there, or the folder cannot be made.
 */
export function lock(root: string, workspace: string, disk: Disk): () => void {
  const self = ownProcess();
  const own = `${workspace}/${lockName(self)}`;
  const unlock = (): void => {
    quietly(() => disk.rmSync(own, { force: true }));
    // Another run may be entering the folder, or have left something there: then it stays.
    quietly(() => rmdirSync(workspace));
  };
  for (let attempt = 1; ; attempt++) {
    place(root, workspace, self, disk);
    try {
      const other = livingOther(workspace, lockName(self), disk);
      if (other === undefined) return unlock;
      if (attempt === ATTEMPTS) throw busy(root, workspace, other);
    } catch (error) {
      unlock();
      throw unwritable(error, workspace);
    }
    unlock();
    pause(20 + (self.pid % 50) * attempt);
  }
}

/** Makes the folder and the file in it; again, when a run that ends has just removed the folder. */
function place(root: string, workspace: string, self: ProcessId, disk: Disk): void {
  for (let attempt = 1; ; attempt++) {
    try {
      disk.mkdirSync(workspace, { recursive: true });
      disk.writeFileSync(`${workspace}/${lockName(self)}`, '', { flag: 'wx' });
      return;
    } catch (error) {
      if (errorCode(error) === 'EEXIST' && isFolder(workspace)) throw busy(root, workspace, self);
      if (errorCode(error) === 'ENOENT' && attempt < ATTEMPTS) continue;
      quietly(() => rmdirSync(workspace));
      throw unwritable(error, workspace);
    }
  }
}

function livingOther(workspace: string, ownName: string, disk: Disk): ProcessId | undefined {
  for (const name of readdirSync(workspace).sort()) {
    const other = name === ownName ? undefined : readLockName(name);
    if (!other) continue;
    if (isAlive(other)) return other;
    disk.rmSync(`${workspace}/${name}`, { force: true });
  }
  return undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function lockName({ pid, start, host }: ProcessId): string {
  return `lock-${pid}-${start}-${encodeURIComponent(host)}`;
}

function readLockName(name: string): ProcessId | undefined {
  const [, pid, start = '', host = ''] = /^lock-(\d+)-(\d*)-(.*)$/.exec(name) ?? [];
  return pid === undefined ? undefined : { pid: Number(pid), start, host: decodeURIComponent(host) };
}

function busy(root: string, workspace: string, holder: ProcessId): Error {
  return unwritableFor(
    root,
    `process ${holder.pid} on ${holder.host} is writing it`,
    `wait until that run ends; if there is none, remove ${workspace}/${lockName(holder)}`,
  );
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
