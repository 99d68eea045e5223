import type { Finding } from '../core/finding';

/** Why a fleet file cannot be read at all. */
export type Unreadable = keyof typeof TEXTS;

const TEXTS = {
  missing: ['there is no such file', 'write it, or name the right one'],
  directory: ['a folder, a file is needed', 'name the file inside it'],
  'no-file': ['neither a file nor a folder, a file is needed', 'name a file'],
  forbidden: ['the file may not be read', 'give yourself the right to read it'],
  'too-big': ['the file is larger than 16 MiB', 'describe the clusters in several fleets'],
  'not-utf8': ['the file is not text in UTF-8', 'save it as UTF-8'],
  binary: ['the file holds control characters: it is binary, not text', 'name the YAML file'],
  empty: ['the file is empty, or holds comments only', 'describe the fleet: its name, its source, its clusters'],
} as const;

/** The finding for a file of which nothing can be said but that. */
export function unreadableFile(file: string, reason: Unreadable, fix: string = TEXTS[reason][1]): Finding {
  const message = TEXTS[reason][0];
  return { check: 'unreadable-file', severity: 'error', message, fix, place: { file, line: 1, column: 1 } };
}
