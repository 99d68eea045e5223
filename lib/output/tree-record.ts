import { BayplanError } from '../core/errors';
import { type EntryType, holdsText, listFolder } from './old-files';
import type { TreeScope } from './tree-sink';
import { unwritable, unwritableFor } from './unwritable';

/** How a file that is written relates to what was there. */
export type FileState = 'added' | 'changed' | 'unchanged';

/** A folder that the run writes to, beneath or beside what was there. */
export interface RecordedFolder {
  /** Relative to the output folder; empty for that folder itself. */
  readonly path: string;
  /** Whether all that it holds is the run’s; else only what the scope names. */
  readonly owned: boolean;
  /** What it held before the run; `undefined` when there was no such folder. */
  readonly old: ReadonlyMap<string, EntryType> | undefined;
  readonly files: Map<string, { readonly origin: string; readonly state: FileState }>;
  readonly folders: Map<string, RecordedFolder>;
}

/** Compares what a run writes with what is there and keeps the names of both. Writes nothing. */
export class TreeRecord {
  readonly top: RecordedFolder;
  readonly #root: string;
  readonly #scope: TreeScope;
  readonly #folders = new Map<string, RecordedFolder>();

  constructor(root: string, scope: TreeScope) {
    this.#root = root;
    this.#scope = scope;
    this.top = { path: '', owned: false, old: this.#list('') ?? new Map(), files: new Map(), folders: new Map() };
    this.#folders.set('', this.top);
  }

  /** @throws {BayplanError} as `TreeSink.write` does. */
  write(path: string, text: string, origin: string): FileState {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    const folder = this.#folderFor(path.slice(0, Math.max(slash, 0)), path, origin);
    if (name === '' || (!folder.owned && !this.#scope.includes(path))) throw this.#outside(path);
    const other = folder.files.get(name)?.origin ?? (folder.folders.has(name) ? 'files in a folder of that name' : '');
    if (other !== '') throw collision(path, origin, other);
    const state = this.#compare(path, text, folder.old?.get(name));
    folder.files.set(name, { origin, state });
    return state;
  }

  /** A folder that nothing was written to, as it was. */
  untouched(path: string): RecordedFolder {
    return { path, owned: this.owns(path), old: this.#list(path), files: new Map(), folders: new Map() };
  }

  /** Whether a path is the run’s, with all that is beneath it. */
  owns(path: string): boolean {
    return this.#scope.some((owned) => path === owned || path.startsWith(`${owned}/`));
  }

  /** Whether the run owns something beneath a path. */
  reaches(path: string): boolean {
    return this.#scope.some((owned) => owned.startsWith(`${path}/`));
  }

  #compare(path: string, text: string, old: EntryType | undefined): FileState {
    if (old === undefined) return 'added';
    if (old !== 'file') throw inTheWay(this.#place(path), 'file', old);
    try {
      return holdsText(this.#place(path), text) ? 'unchanged' : 'changed';
    } catch (error) {
      throw unwritable(error, this.#place(path));
    }
  }

  #folderFor(path: string, file: string, origin: string): RecordedFolder {
    const known = this.#folders.get(path);
    if (known) return known;
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    const parent = this.#folderFor(path.slice(0, Math.max(slash, 0)), file, origin);
    const owned = this.owns(path);
    if (/^\.{0,2}$|[\\\0]/.test(name) || !(owned || this.reaches(path))) throw this.#outside(file);
    const other = parent.files.get(name);
    if (other) throw collision(path, origin, other.origin);
    const there = parent.old?.get(name);
    if (there !== undefined && there !== 'folder') throw inTheWay(this.#place(path), 'folder', there);
    const old = there === undefined ? undefined : this.#list(path);
    const folder = { path, owned, old, files: new Map(), folders: new Map() };
    parent.folders.set(name, folder);
    this.#folders.set(path, folder);
    return folder;
  }

  #list(path: string): ReadonlyMap<string, EntryType> | undefined {
    try {
      return listFolder(this.#place(path));
    } catch (error) {
      throw unwritable(error, this.#place(path));
    }
  }

  #place(path: string): string {
    return path === '' ? this.#root : `${this.#root}/${path}`;
  }

  #outside(path: string): BayplanError {
    return unwritableFor(
      this.#place(path),
      `this run writes to ${this.#scope.join(', ')} only`,
      'widen the scope of the run, or write there in another run',
    );
  }
}

function collision(path: string, origin: string, other: string): BayplanError {
  return new BayplanError('file-collision', {
    path: origin,
    message: `${path} is written by ${other} as well, and a file holds one object`,
    fix: 'rename one of the two, or move it to another component',
  });
}

function inTheWay(place: string, needed: 'file' | 'folder', found: EntryType): BayplanError {
  const what = found === 'other' ? 'a link or a device' : `a ${found}`;
  return unwritableFor(
    place,
    `${what} stands where a ${needed} is needed`,
    'move it away, or write elsewhere with --out',
  );
}
