import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { childrenCpu } from './children-cpu';
import { watchPeakMemory } from './peak-memory';

/** A process that ran to its end, or was ended because its time was up. */
export interface ProcessRun {
  /** From just before it was started until it was gone. */
  readonly seconds: number;
  /** Time on processors, all threads together; absent where the system does not tell. */
  readonly cpuSeconds?: number;
  /** Most memory that it had resident at once; absent where the system does not tell. */
  readonly peakBytes?: number;
  readonly finished: boolean;
  /** What it printed; empty when that went to a file. */
  readonly stdout: string;
}

export interface ProcessOptions {
  /** File that receives what it prints. @default handed back */
  readonly stdoutFile?: string;
  /** Seconds after which it is ended. @default no limit */
  readonly limit?: number;
}

/**
 * Runs one process and measures it.
 *
 * @throws {Error} when it cannot be started or fails.
 */
export async function runProcess(
  command: string,
  args: readonly string[],
  { stdoutFile, limit }: ProcessOptions = {},
): Promise<ProcessRun> {
  const file = stdoutFile === undefined ? undefined : openSync(stdoutFile, 'w');
  const cpuBefore = childrenCpu();
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', file ?? 'pipe', 'inherit'] });
  const memory = watchPeakMemory(child.pid);
  const timer = limit === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limit * 1000);
  const output = child.stdout ? text(child.stdout) : '';
  try {
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (...status) => resolve(status));
    });
    const seconds = (performance.now() - start) / 1000;
    const finished = code === 0;
    if (!finished && !(signal === 'SIGKILL' && limit !== undefined && seconds >= limit)) {
      throw new Error(`${command} ${args.join(' ')} ended with ${signal ?? `status ${code}`}`);
    }
    const cpu = childrenCpu();
    const cpuSeconds = cpu === undefined || cpuBefore === undefined ? {} : { cpuSeconds: cpu - cpuBefore };
    return { seconds, ...cpuSeconds, finished, stdout: await output, ...memory.stop() };
  } finally {
    clearTimeout(timer);
    memory.stop();
    if (file !== undefined) closeSync(file);
  }
}
