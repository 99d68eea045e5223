import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DISK, type Disk } from '../../lib/output/disk';
import { openTree } from '../../lib/output/open-tree';
import { type TreeChanges, type TreeScope, WHOLE_TREE } from '../../lib/output/tree-sink';

/** Text by path, relative to a folder. */
export type Files = Readonly<Record<string, string>>;

/** A tree, and what the next run makes of it: files that stay, change, come and go, with and without their folders. */
export const OLD: Files = {
  'clusters/eu/shop/a.yaml': 'a',
  'clusters/eu/shop/b.yaml': 'b',
  'clusters/eu/gone/c.yaml': 'c',
  'clusters/eu/bootstrap.yaml': 'boot',
  'clusters/us/shop/a.yaml': 'a',
  'clusters/old/shop/deep/a.yaml': 'a',
  'index/eu.json': '[]',
  'index/old.json': '[]',
};
export const NEW: Files = {
  'clusters/eu/shop/a.yaml': 'a',
  'clusters/eu/shop/b.yaml': 'B',
  'clusters/eu/shop/new.yaml': 'n',
  'clusters/eu/mesh/m.yaml': 'm',
  'clusters/eu/bootstrap.yaml': 'boot',
  'clusters/us/shop/a.yaml': 'A',
  'clusters/ap/shop/a.yaml': 'a',
  'index/eu.json': '[1]',
  'index/ap.json': '[]',
};

const made: string[] = [];

/** In memory where there is such a place: these tests make thousands of files, and no disk has to be proved. */
const TEMPORARY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder of its own for a test; `removeFolders` removes all of them. */
export function newFolder(): string {
  const folder = mkdtempSync(join(TEMPORARY, 'bayplan-output-'));
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Puts files somewhere by hand. */
export function put(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** All files beneath a folder; empty folders end in a slash. */
export function filesOf(root: string): Files {
  const files: Record<string, string> = {};
  const visit = (path: string): void => {
    const entries = readdirSync(join(root, path), { withFileTypes: true });
    if (entries.length === 0 && path !== '') files[`${path}/`] = '';
    for (const entry of entries) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(inner);
      else files[inner] = entry.isFile() ? readFileSync(join(root, inner), 'utf8') : 'no file';
    }
  };
  visit('');
  return files;
}

/** A whole run. */
export function write(root: string, files: Files, scope: TreeScope = WHOLE_TREE, disk: Disk = DISK): TreeChanges {
  const tree = openTree(root, scope, disk);
  try {
    for (const [path, text] of Object.entries(files)) tree.write(path, text, `origin of ${path}`);
    return tree.commit();
  } finally {
    tree.discard();
  }
}
