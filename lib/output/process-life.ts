import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorCode } from './unwritable';

/** What tells one process from every other, also from a later one of the same number. */
export interface ProcessId {
  readonly pid: number;
  /** When it started, in ticks since the machine did; empty where the system does not say. */
  readonly start: string;
  readonly host: string;
}

export function ownProcess(): ProcessId {
  return { pid: process.pid, start: statusOf(process.pid)?.start ?? '', host: hostname() };
}

/** Whether a process still runs; `true` for one on another machine, of which nothing can be known. */
export function isAlive({ pid, start, host }: ProcessId): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  const status = statusOf(pid);
  if (!status) return true;
  return !status.ended && (start === '' || status.start === start);
}

/**
 * State and start of a process from Linux’ `/proc`; `undefined` elsewhere.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html fields 3 and 22; the name before them may hold blanks
 */
function statusOf(pid: number): { readonly ended: boolean; readonly start: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { ended: /^[ZXx]/.test(fields[0] ?? ''), start: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
