import { statfsSync } from 'node:fs';
import { cpus, platform, totalmem } from 'node:os';

/** @see https://man7.org/linux/man-pages/man2/statfs.2.html */
const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  61267: 'ext4',
  16914836: 'tmpfs',
  1481003842: 'xfs',
  2435016766: 'btrfs',
  2035054128: 'overlayfs',
};

/** One line about where the figures come from. */
export function machineLine(folder: string): string {
  const processors = cpus();
  const fileSystem = FILE_SYSTEMS[statfsSync(folder).type] ?? 'another file system';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${processors.length} × ${processors[0]?.model ?? 'processor'}, ${memory}, ${platform()}, ${fileSystem}, Node ${process.version}`;
}
