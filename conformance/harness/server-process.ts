import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A server that lives as long as we do. */
export interface ServerProcess {
  readonly name: string;
  /** File with everything that it printed. */
  readonly logFile: string;
  /** Whether it has ended. */
  readonly ended: () => boolean;
  /** Ends it at once, as a crash would. */
  readonly kill: () => Promise<void>;
  /** Asks it to end, and waits. */
  readonly stop: () => Promise<void>;
}

/** Starts a server below a watchdog, which ends it when this process goes away, even by SIGKILL. */
export function startServer(
  name: string,
  command: string,
  args: readonly string[],
  options: { readonly folder: string; readonly environment?: NodeJS.ProcessEnv },
): ServerProcess {
  const logFile = join(options.folder, `${name}.log`);
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [join(__dirname, 'watchdog.js'), command, ...args], {
    cwd: options.folder,
    stdio: ['pipe', log, log],
    env: { ...process.env, ...options.environment },
  });
  closeSync(log);
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  return {
    name,
    logFile,
    ended,
    kill: () => endBy(child, ended, () => child.stdin?.end()),
    stop: () => endBy(child, ended, () => child.kill('SIGTERM')),
  };
}

/** The end of a server's log, for messages. */
export function logTail(server: ServerProcess, lines = 20): string {
  return readFileSync(server.logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

async function endBy(child: ChildProcess, ended: () => boolean, end: () => void): Promise<void> {
  if (ended()) return;
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  end();
  const impatience = setTimeout(() => child.stdin?.end(), 10_000);
  await exit;
  clearTimeout(impatience);
}
