import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { errorCode } from './unwritable';

/** What stands in a folder under a name. */
export type EntryType = 'file' | 'folder' | 'other';

/** The content of a folder, or `undefined` when there is no such folder. */
export function listFolder(folder: string): ReadonlyMap<string, EntryType> | undefined {
  try {
    return new Map(
      readdirSync(folder, { withFileTypes: true }).map((entry) => [
        entry.name,
        entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
      ]),
    );
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Shared by all comparisons: a buffer for each of 200,000 files would cost more than reading them. */
let wanted = Buffer.alloc(1 << 16);
let found = Buffer.alloc(1 << 16);

/** Whether a regular file holds exactly this text: its content is read, as a time of change proves nothing. */
export function holdsText(file: string, text: string): boolean {
  const longest = text.length * 3 + 1;
  if (wanted.length < longest) {
    wanted = Buffer.alloc(2 * longest);
    found = Buffer.alloc(2 * longest);
  }
  const length = wanted.write(text);
  const descriptor = openSync(file, 'r');
  try {
    let read = 0;
    while (read <= length) {
      const more = readSync(descriptor, found, read, length + 1 - read, null);
      if (more === 0) break;
      read += more;
    }
    return read === length && found.compare(wanted, 0, length, 0, length) === 0;
  } finally {
    closeSync(descriptor);
  }
}
