import { cpus, platform, totalmem } from 'node:os';
import { fileSystemOf } from '../measure/file-system';

/** One line about where the figures come from. */
export function machineLine(folder: string): string {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${processors.length} × ${processors[0]?.model ?? 'processor'}, ${memory}, ${platform()}, ${fileSystemOf(folder)}, Node ${process.version}`;
}
