import { mkdirSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BayplanError } from '../../lib/core/errors';
import { compareTree } from '../../lib/output/compare-tree';
import { DISK, type Disk } from '../../lib/output/disk';
import { openTree } from '../../lib/output/open-tree';
import { WHOLE_TREE } from '../../lib/output/tree-sink';
import { filesOf, NEW, newFolder, OLD, put, removeFolders, write } from './trees';

afterEach(removeFolders);

const CHANGES = {
  added: ['clusters/ap/shop/a.yaml', 'clusters/eu/mesh/m.yaml', 'clusters/eu/shop/new.yaml', 'index/ap.json'],
  changed: ['clusters/eu/shop/b.yaml', 'clusters/us/shop/a.yaml', 'index/eu.json'],
  removed: ['clusters/eu/gone/c.yaml', 'clusters/old/shop/deep/a.yaml', 'index/old.json'],
  unchanged: 2,
};

function oldTree(): { readonly folder: string; readonly root: string } {
  const folder = newFolder();
  const root = join(folder, 'dist');
  write(root, OLD);
  return { folder, root };
}

describe('a run for the whole tree', () => {
  test('writes into nothing', () => {
    const root = join(newFolder(), 'a', 'dist');
    expect(write(root, NEW)).toEqual({ added: Object.keys(NEW).sort(), changed: [], removed: [], unchanged: 0 });
    expect(filesOf(join(root, '..'))).toEqual(
      Object.fromEntries(Object.entries(NEW).map(([p, t]) => [`dist/${p}`, t])),
    );
  });

  test('replaces, adds and removes, and leaves nothing else behind', () => {
    const { folder, root } = oldTree();
    expect(write(root, NEW)).toEqual(CHANGES);
    expect(filesOf(root)).toEqual(NEW);
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  test('does not touch what is as it was', () => {
    const { root } = oldTree();
    const file = join(root, 'clusters/eu/shop/a.yaml');
    utimesSync(file, 1000, 1000);
    const before = statSync(file);
    write(root, NEW);
    expect(statSync(file)).toMatchObject({ ino: before.ino, mtimeMs: 1_000_000, nlink: 1 });
  });

  test('reads contents, not times', () => {
    const { root } = oldTree();
    const file = join(root, 'clusters/eu/shop/a.yaml');
    const { atime, mtime } = statSync(file);
    writeFileSync(file, 'x');
    utimesSync(file, atime, mtime);
    expect(write(root, OLD)).toMatchObject({ changed: ['clusters/eu/shop/a.yaml'] });
    expect(filesOf(root)).toEqual(OLD);
  });

  test('tells texts apart that share a start or differ beyond ASCII', () => {
    const root = join(newFolder(), 'dist');
    const long = 'ü'.repeat(100_000);
    write(root, { 'clusters/a': `${long}x`, 'clusters/b': 'ab', 'clusters/c': '\ufffd', 'clusters/d': '' });
    writeFileSync(join(root, 'clusters/c'), Buffer.from([0xff]));
    const files = { 'clusters/a': `${long}y`, 'clusters/b': 'a', 'clusters/c': '\ufffd', 'clusters/d': '' };
    expect(write(root, files)).toMatchObject({ changed: ['clusters/a', 'clusters/b', 'clusters/c'], unchanged: 1 });
    expect(filesOf(root)).toEqual(files);
  });

  test('keeps files of others beside its own, and none among them', () => {
    const { root } = oldTree();
    put(root, { 'README.md': 'read', '.gitattributes': '*', 'notes/a': 'n', 'clusters/eu/shop/README.md': 'x' });
    mkdirSync(join(root, 'clusters/empty/folder'), { recursive: true });
    symlinkSync('nowhere', join(root, 'clusters/eu/link'));
    expect(write(root, OLD).removed).toEqual(['clusters/eu/link', 'clusters/eu/shop/README.md']);
    expect(filesOf(root)).toEqual({ ...OLD, 'README.md': 'read', '.gitattributes': '*', 'notes/a': 'n' });
  });

  test('writes nothing when nothing differs', () => {
    const { root } = oldTree();
    const moves: string[] = [];
    const disk: Disk = { ...DISK, renameSync: (from) => void moves.push(String(from)) };
    expect(write(root, OLD, WHOLE_TREE, disk)).toEqual({ added: [], changed: [], removed: [], unchanged: 8 });
    expect(moves).toEqual([]);
  });

  test('removes everything when nothing is written', () => {
    const { root } = oldTree();
    write(root, {});
    expect(filesOf(root)).toEqual({});
  });
});

describe('a run for one cluster', () => {
  const SCOPE = ['clusters/eu', 'index/eu.json', 'clusters/hub/delivery/eu'];

  test('leaves the others as they are', () => {
    const { root } = oldTree();
    put(root, { 'clusters/hub/delivery/eu/x.yaml': 'x', 'clusters/hub/delivery/us/x.yaml': 'x' });
    const changes = write(root, { 'clusters/eu/shop/a.yaml': 'A', 'index/eu.json': '[2]' }, SCOPE);
    expect(changes).toEqual({
      added: [],
      changed: ['clusters/eu/shop/a.yaml', 'index/eu.json'],
      removed: [
        'clusters/eu/bootstrap.yaml',
        'clusters/eu/gone/c.yaml',
        'clusters/eu/shop/b.yaml',
        'clusters/hub/delivery/eu/x.yaml',
      ],
      unchanged: 0,
    });
    expect(filesOf(root)).toEqual({
      'clusters/eu/shop/a.yaml': 'A',
      'clusters/hub/delivery/us/x.yaml': 'x',
      'clusters/us/shop/a.yaml': 'a',
      'clusters/old/shop/deep/a.yaml': 'a',
      'index/eu.json': '[2]',
      'index/old.json': '[]',
    });
  });

  test('writes into nothing', () => {
    const root = join(newFolder(), 'dist');
    const files = { 'clusters/eu/a': 'a', 'index/eu.json': 'i', 'clusters/hub/delivery/eu/x': 'x' };
    write(root, files, SCOPE);
    expect(filesOf(root)).toEqual(files);
  });

  test.each([
    'clusters/us/a',
    'index/us.json',
    'clusters/eu-2/a',
    'README.md',
    'clusters/hub/delivery/x',
    '../a',
    'clusters/eu/../us/a',
    'clusters/eu//a',
    'clusters/eu/',
    '/etc/a',
    '',
  ])('may not write %s', (path) => {
    const tree = openTree(join(newFolder(), 'dist'), SCOPE);
    expect(() => tree.write(path, '', 'x')).toThrow(/this run writes to clusters\/eu, index\/eu.json, .* only/);
    tree.discard();
  });
});

describe('comparing', () => {
  test('says what a run would do, and does none of it', () => {
    const { folder, root } = oldTree();
    const tree = compareTree(root, WHOLE_TREE);
    for (const [path, text] of Object.entries(NEW)) tree.write(path, text, path);
    expect(tree.commit()).toEqual(CHANGES);
    expect(filesOf(root)).toEqual(OLD);
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  test('takes a folder that does not exist for an empty one', () => {
    const tree = compareTree(join(newFolder(), 'dist'), WHOLE_TREE);
    tree.write('clusters/a', '', 'a');
    expect(tree.commit()).toEqual({ added: ['clusters/a'], changed: [], removed: [], unchanged: 0 });
  });
});

describe('a collision', () => {
  test.each([
    { name: 'one file twice', first: 'clusters/a/x', second: 'clusters/a/x', other: 'shop/one' },
    {
      name: 'a file where a folder is',
      first: 'clusters/a/x',
      second: 'clusters/a',
      other: 'files in a folder of that name',
    },
    { name: 'a folder where a file is', first: 'clusters/a', second: 'clusters/a/x', other: 'shop/one' },
  ])('$name', ({ first, second, other }) => {
    const root = join(newFolder(), 'dist');
    const tree = openTree(root, WHOLE_TREE);
    tree.write(first, '', 'shop/one');
    const said = `shop/two: clusters/a${second === first ? '/x' : ''} is written by ${other} as well`;
    expect(() => tree.write(second, '', 'shop/two')).toThrow(said);
    expect(() => tree.commit()).toThrow(BayplanError);
    expect(filesOf(join(root, '..'))).toEqual({});
  });
});
