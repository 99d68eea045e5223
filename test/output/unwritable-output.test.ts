import fs, { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { BayplanError } from '../../lib/core/errors';
import { compareTree } from '../../lib/output/compare-tree';
import { DISK, type Disk } from '../../lib/output/disk';
import { openTree } from '../../lib/output/open-tree';
import { WHOLE_TREE } from '../../lib/output/tree-sink';
import { failingAt, type Moment } from './disks';
import { type Files, filesOf, NEW, newFolder, OLD, put, removeFolders, write } from './trees';

afterEach(removeFolders);

/** What a run says, with the test’s own folder left out. */
function messageOf(folder: string, run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof BayplanError) return error.message.replaceAll(folder, '').replace(/lock-[^ ]*/, 'lock');
    throw error;
  }
  return 'nothing';
}

describe('the system refuses', () => {
  const writing =
    (end: string): Moment =>
    (call, path) =>
      call === 'writeFileSync' && path.endsWith(end);
  const moving =
    (end: string): Moment =>
    (call, path) =>
      call === 'renameSync' && path.endsWith(end);

  test.each([
    {
      name: 'to stage a file',
      disk: failingAt(writing('b.yaml'), 'ENOSPC'),
      message:
        '/.bayplan-dist/new/clusters/eu/shop/b.yaml cannot be written: the disk is full (ENOSPC); free some space, then run again',
    },
    {
      name: 'to write down what will move',
      disk: failingAt(writing('journal.part'), 'EDQUOT'),
      message:
        '/.bayplan-dist/journal.part cannot be written: the disk quota is used up (EDQUOT); free some space, then run again',
    },
    {
      name: 'to lock',
      disk: failingAt(0, 'EROFS'),
      message:
        '/.bayplan-dist cannot be written: the file system is read-only (EROFS); mount it writable, or write elsewhere with --out',
    },
    {
      name: 'to place a new file',
      disk: failingAt(moving('dist/clusters/eu/shop/new.yaml'), 'EACCES'),
      message:
        '/dist/clusters/eu/shop/new.yaml cannot be written: this user may not write there (EACCES); give the user write access, or write elsewhere with --out',
    },
    {
      name: 'to replace a file',
      disk: failingAt(moving('dist/clusters/us/shop/a.yaml'), 'EXDEV'),
      message:
        '/dist/clusters/us/shop/a.yaml cannot be written: a part of the tree lies on another file system (EXDEV); mount the output folder as a whole, or not at all',
    },
    {
      name: 'to remove an orphan',
      disk: failingAt(moving('.bayplan-dist/old/5'), 'EBUSY'),
      message:
        '/dist/index/old.json cannot be written: it is in use or a mount of its own (EBUSY); close what uses it, or mount the output folder as a whole',
    },
    {
      name: 'for a reason that is not in our list',
      disk: failingAt(moving('dist/index/eu.json'), 'EWEIRD'),
      message: '/dist/index/eu.json cannot be written: EWEIRD; look at the disk, or write elsewhere with --out',
    },
  ])('$name', ({ disk, message }) => {
    const folder = newFolder();
    const root = join(folder, 'dist');
    put(root, OLD);
    expect(messageOf(folder, () => write(root, NEW, WHOLE_TREE, disk))).toBe(`${message} [unwritable-output]`);
    expect(filesOf(root)).toEqual(OLD);
    expect(readdirSync(folder)).toEqual(['dist']);
  });
});

describe('something is in the way', () => {
  test.each([
    { name: 'of the output folder', files: { dist: '' }, says: '/dist cannot be written: it is a file; remove it' },
    {
      name: 'of a folder above it',
      files: { dist: '' },
      under: 'dist/a/dist',
      says: '/dist/a/dist cannot be written: a file stands where a folder is needed (ENOTDIR)',
    },
    {
      name: 'of a folder',
      files: { 'dist/clusters': '' },
      says: '/dist/clusters cannot be written: a file stands where a folder is needed; move it away',
    },
    {
      name: 'of a file',
      files: { 'dist/clusters/eu/shop/a.yaml/x': '' },
      says: '/dist/clusters/eu/shop/a.yaml cannot be written: a folder stands where a file is needed; move it away',
    },
    {
      name: 'of the workspace',
      files: { 'dist/README.md': '', '.bayplan-dist': '' },
      says: '/.bayplan-dist cannot be written: a file stands where a folder is needed (EEXIST); move the file away',
    },
  ])('$name', ({ files, under, says }) => {
    const folder = newFolder();
    put(folder, files as unknown as Files);
    expect(messageOf(folder, () => write(join(folder, under ?? 'dist'), NEW))).toContain(says);
    expect(filesOf(folder)).toEqual(files);
  });

  test('a link', () => {
    const folder = newFolder();
    put(folder, { 'real/README.md': '' });
    symlinkSync('real', join(folder, 'dist'));
    expect(messageOf(folder, () => write(join(folder, 'dist/'), NEW))).toBe(
      '/dist cannot be written: it is a symbolic link; write to /real itself, or remove the link [unwritable-output]',
    );
    rmSync(join(folder, 'dist'));
    symlinkSync('nowhere', join(folder, 'dist'));
    expect(messageOf(folder, () => write(join(folder, 'dist'), NEW))).toContain('write to a folder itself');
  });

  test('a link further down', () => {
    const folder = newFolder();
    put(folder, { 'real/a.yaml': '' });
    mkdirSync(join(folder, 'dist/clusters'), { recursive: true });
    symlinkSync('../../real', join(folder, 'dist/clusters/eu'));
    const says = '/dist/clusters/eu cannot be written: a link or a device stands where a folder is needed';
    expect(messageOf(folder, () => write(join(folder, 'dist'), NEW))).toContain(says);
    const compare = () => compareTree(join(folder, 'dist'), WHOLE_TREE).write('clusters/eu/a', '', 'x');
    expect(messageOf(folder, compare)).toContain(says);
  });
});

test('somebody removes a folder during the run', () => {
  const folder = newFolder();
  const root = join(folder, 'dist');
  put(root, OLD);
  const tree = openTree(root, WHOLE_TREE);
  for (const [path, text] of Object.entries(NEW)) tree.write(path, text, path);
  rmSync(join(root, 'clusters/eu/shop'), { recursive: true });
  expect(messageOf(folder, () => tree.commit())).toContain(
    '/dist/clusters/eu/shop/new.yaml cannot be written: its folder is gone (ENOENT); see who else changes',
  );
});

test('a defect is not taken for a full disk', () => {
  const disk: Disk = {
    ...DISK,
    mkdirSync: () => {
      throw new TypeError('a defect');
    },
  };
  expect(() => write(join(newFolder(), 'dist'), NEW, WHOLE_TREE, disk)).toThrow(TypeError);
});

test('where files cannot be moved into the output folder, as into a mount, the run works within it', () => {
  const folder = newFolder();
  const root = join(folder, 'dist');
  put(root, OLD);
  const { renameSync } = fs;
  const rename = jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    if (String(from) === join(folder, '.bayplan-dist/none'))
      throw Object.assign(new Error(), { code: 'EXDEV', syscall: 'rename' });
    renameSync(from, to);
  });
  try {
    const tree = openTree(root, WHOLE_TREE);
    expect(readdirSync(folder)).toEqual(['dist']);
    expect(readdirSync(root)).toContain('.bayplan-dist');
    for (const [path, text] of Object.entries(NEW)) tree.write(path, text, path);
    tree.commit();
    expect(filesOf(folder)).toEqual(
      Object.fromEntries(Object.entries(NEW).map(([path, text]) => [`dist/${path}`, text])),
    );
  } finally {
    rename.mockRestore();
  }
});
