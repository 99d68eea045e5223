import { readFileSync } from 'node:fs';

/** Milliseconds between two looks: short beside the shortest process that is measured. */
const INTERVAL = 5;

/**
 * Watches the most memory that a process has had resident, its high-water mark as the kernel keeps it, so that nothing
 * between two looks is missed but what grows in the last moments.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_status.5.html, VmHWM; other systems than Linux give no figure
 */
export function watchPeakMemory(pid: number | undefined): { stop(): { peakBytes?: number } } {
  let peakBytes: number | undefined;
  const look = (): void => {
    const bytes = pid === undefined ? undefined : highWaterMark(pid);
    if (bytes !== undefined) peakBytes = Math.max(peakBytes ?? 0, bytes);
  };
  const timer = setInterval(look, INTERVAL);
  return {
    stop() {
      clearInterval(timer);
      return peakBytes === undefined ? {} : { peakBytes };
    },
  };
}

function highWaterMark(pid: number): number | undefined {
  try {
    const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  } catch {
    return undefined; // the process is gone, or there is no /proc
  }
}
