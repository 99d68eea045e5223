import { DISK, type Disk } from '../../lib/output/disk';

/** A disk that asks before each change whether it may happen; `at` counts from 0. */
function guarded(before: (at: number, call: string, paths: readonly unknown[]) => void): Disk {
  let at = 0;
  const calls = Object.keys(CALLS).map((name) => {
    const call = Reflect.get(DISK, name) as (...parameters: unknown[]) => unknown;
    const guard = (...parameters: unknown[]): unknown => {
      before(at++, name, parameters);
      return call(...parameters);
    };
    return [name, guard];
  });
  return { ...DISK, ...Object.fromEntries(calls) };
}

const CALLS: Readonly<Record<keyof Disk, true>> = {
  linkSync: true,
  mkdirSync: true,
  renameSync: true,
  rmSync: true,
  rmdirSync: true,
  writeFileSync: true,
};

/** What a run meets that is killed. */
export class Killed extends Error {}

/** When something happens: at the n-th change to the disk, or at the first that a condition holds for. */
export type Moment = number | ((call: string, path: string) => boolean);

function watch(moment: Moment): (at: number, call: string, paths: readonly unknown[]) => boolean {
  let isPast = false;
  return (at, call, paths) => {
    isPast ||= typeof moment === 'number' ? at >= moment : moment(call, targetOf(call, paths));
    return isPast;
  };
}

function targetOf(call: string, paths: readonly unknown[]): string {
  return String(call === 'renameSync' || call === 'linkSync' ? paths[1] : paths[0]);
}

/** A disk of a process that is killed before one of its changes: from then on nothing happens any more. */
export function killedAt(moment: Moment): Disk {
  const isKilled = watch(moment);
  return guarded((...change) => {
    if (isKilled(...change)) throw new Killed();
  });
}

/** A disk that refuses one change, and, on request, of a process that is killed some changes later. */
export function failingAt(moment: Moment, code: string, killedAfter = Number.POSITIVE_INFINITY): Disk {
  const isTime = watch(moment);
  let since = -1;
  return guarded((at, call, paths) => {
    if (!isTime(at, call, paths)) return;
    since += 1;
    if (since > killedAfter) throw new Killed();
    if (since === 0) throw Object.assign(new Error(code), { code, syscall: call, path: String(paths[0]) });
  });
}

/** A disk that refuses every change of one kind from a moment on. */
export function refusingFrom(moment: Moment, code: string, concerns: (call: string, path: string) => boolean): Disk {
  const isTime = watch(moment);
  return guarded((at, call, paths) => {
    if (!isTime(at, call, paths) || !concerns(call, targetOf(call, paths))) return;
    throw Object.assign(new Error(code), { code, syscall: call, path: String(paths[0]) });
  });
}

/** Counts the changes of a run. */
export function counting(): { readonly disk: Disk; readonly count: () => number } {
  let count = 0;
  return { disk: guarded(() => void count++), count: () => count };
}
