import { existsSync, statfsSync } from 'node:fs';

/** @see https://man7.org/linux/man-pages/man2/statfs.2.html for the numbers */
const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  61267: 'ext4',
  16914836: 'tmpfs',
  1481003842: 'xfs',
  2035054128: 'overlayfs',
  2435016766: 'btrfs',
};

/** What kind of file system a folder lies on; `tmpfs` is memory. A folder that does not exist lies on none. */
export function fileSystemOf(folder: string): string {
  if (!existsSync(folder)) return 'no file system';
  return FILE_SYSTEMS[statfsSync(folder).type] ?? 'another file system';
}
