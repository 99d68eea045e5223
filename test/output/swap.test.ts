import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { BayplanError } from '../../lib/core/errors';
import { openTree } from '../../lib/output/open-tree';
import { WHOLE_TREE } from '../../lib/output/tree-sink';
import { recoverTree } from '../../lib/output/workspace';
import { counting, failingAt, Killed, killedAt, refusingFrom } from './disks';
import { type Files, filesOf, NEW, newFolder, OLD, put, removeFolders, write } from './trees';

afterEach(removeFolders);

interface Case {
  readonly name: string;
  readonly old: Files | undefined;
  readonly wanted: Files;
}

const CASES: readonly Case[] = [
  { name: 'a change', old: OLD, wanted: NEW },
  { name: 'a first run', old: undefined, wanted: NEW },
  { name: 'only orphans', old: OLD, wanted: { 'clusters/us/shop/a.yaml': 'a' } },
];

function start({ old }: Case): { readonly folder: string; readonly root: string } {
  const folder = newFolder();
  const root = join(folder, 'dist');
  if (old) put(root, old);
  return { folder, root };
}

/** A killed process gives its lock back by being dead; here it is this very process. */
function forgetLock(folder: string): void {
  const workspace = join(folder, '.bayplan-dist');
  if (!existsSync(workspace)) return;
  for (const name of readdirSync(workspace)) if (name.startsWith('lock-')) rmSync(join(workspace, name));
}

function treeOf(root: string): Files | undefined {
  const files = Object.entries(existsSync(root) ? filesOf(root) : {}).filter(([path]) => !path.endsWith('/'));
  return files.length === 0 ? undefined : Object.fromEntries(files);
}

/** How many changes to the disk a whole run makes. */
function changesOf(testCase: Case): number {
  const { disk, count } = counting();
  write(start(testCase).root, testCase.wanted, WHOLE_TREE, disk);
  return count();
}

describe.each(CASES)('$name', (testCase) => {
  const { old, wanted } = testCase;

  const killed = (moment: number): { readonly folder: string; readonly root: string } => {
    const places = start(testCase);
    try {
      write(places.root, wanted, WHOLE_TREE, killedAt(moment));
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
    forgetLock(places.folder);
    return places;
  };
  const expectOneTree = ({ folder, root }: ReturnType<typeof start>): Files | undefined => {
    expect(readdirSync(folder)).toEqual(existsSync(root) ? ['dist'] : []);
    const tree = treeOf(root);
    expect([old, wanted]).toContainEqual(tree);
    return tree;
  };

  test('a run that is killed at any moment leaves the old tree or the new one, once recovered', () => {
    const found = Array.from({ length: changesOf(testCase) + 1 }, (_, moment) => {
      const places = killed(moment);
      recoverTree(places.root);
      return expectOneTree(places);
    });
    expect(found[0]).toEqual(old);
    expect(found.at(-1)).toEqual(wanted);
    const turn = found.findIndex((tree) => JSON.stringify(tree) !== JSON.stringify(found[0]));
    expect(found.slice(turn)).toEqual(found.slice(turn).map(() => found.at(-1)));
  });

  test('so does a recovery that is killed', () => {
    const moments = changesOf(testCase);
    fc.assert(
      fc.property(fc.nat(moments), fc.array(fc.nat(moments), { minLength: 1, maxLength: 3 }), (moment, later) => {
        const places = killed(moment);
        for (const next of later) {
          try {
            recoverTree(places.root, killedAt(next));
          } catch (error) {
            expect(error).toBeInstanceOf(Killed);
          }
          forgetLock(places.folder);
        }
        recoverTree(places.root);
        expectOneTree(places);
        removeFolders();
      }),
      { numRuns: 40 },
    );
  });

  test('a run that fails at any moment leaves the old tree by itself, or has succeeded', () => {
    const moments = Array.from({ length: changesOf(testCase) }, (_, moment) => moment);
    const failures = moments.filter((moment) => {
      const places = start(testCase);
      try {
        write(places.root, wanted, WHOLE_TREE, failingAt(moment, 'EIO'));
      } catch (error) {
        expect(error).toBeInstanceOf(BayplanError);
        expect(treeOf(places.root)).toEqual(old);
        forgetLock(places.folder);
        recoverTree(places.root);
        expect(treeOf(places.root)).toEqual(old);
        return true;
      }
      expect(treeOf(places.root)).toEqual(wanted);
      forgetLock(places.folder);
      recoverTree(places.root);
      expect(treeOf(places.root)).toEqual(wanted);
      return false;
    });
    expect(failures.length).toBeGreaterThan(moments.length / 2);
  });

  test('a run that is killed while it undoes a failure leaves one tree, once recovered', () => {
    const moments = changesOf(testCase);
    fc.assert(
      fc.property(fc.nat(moments), fc.nat(12), (moment, later) => {
        const places = start(testCase);
        try {
          write(places.root, wanted, WHOLE_TREE, failingAt(moment, 'EIO', later));
        } catch (error) {
          expect(error).not.toBeInstanceOf(TypeError);
        }
        forgetLock(places.folder);
        recoverTree(places.root);
        expectOneTree(places);
        removeFolders();
      }),
      { numRuns: 60 },
    );
  });
});

/** A run that has changed something of the tree already. */
const isOnTheWay = (call: string, path: string): boolean => call === 'renameSync' && path.endsWith('us/shop/a.yaml');

test('what could be neither done nor undone is sorted out by the next run', () => {
  const folder = newFolder();
  const root = join(folder, 'dist');
  put(root, OLD);
  const isInTree = (_: string, path: string): boolean => path.startsWith(root);
  const run = () => write(root, NEW, WHOLE_TREE, refusingFrom(isOnTheWay, 'EIO', isInTree));
  expect(run).toThrow(BayplanError);
  expect(run).toThrow(BayplanError);
  expect(treeOf(root)).not.toEqual(OLD);
  expect(recoverTree(root)).toBe('undone');
  expect(filesOf(folder)).toEqual(
    Object.fromEntries(Object.entries(OLD).map(([path, text]) => [`dist/${path}`, text])),
  );
});

describe('what was interrupted is not carried out on a tree that was replaced since', () => {
  test.each([
    { name: 'removed, as cdk8s synth does', part: '.' },
    { name: 'emptied', part: 'clusters' },
    { name: 'without a file that was to stay', part: 'clusters/eu/bootstrap.yaml' },
    { name: 'without a file that was to change', part: 'clusters/us/shop/a.yaml' },
  ])('$name', ({ part }) => {
    const folder = newFolder();
    const root = join(folder, 'dist');
    put(root, OLD);
    expect(() => write(root, NEW, WHOLE_TREE, killedAt(isOnTheWay))).toThrow(Killed);
    forgetLock(folder);
    rmSync(join(folder, '.bayplan-dist/old'), { recursive: true });
    rmSync(join(root, part), { recursive: true });
    const before = treeOf(root);
    expect(recoverTree(root)).toBe('dropped');
    expect(treeOf(root)).toEqual(before);
    expect(existsSync(join(folder, '.bayplan-dist'))).toBe(false);
  });
});

test.each([
  { name: 'nothing', moment: 0, recovery: 'none' },
  { name: 'staged files', moment: (call: string) => call === 'renameSync', recovery: 'dropped' },
  { name: 'a decided run', moment: isOnTheWay, recovery: 'completed' },
])('after $name was left behind, the next run says that it was $recovery', ({ moment, recovery }) => {
  const folder = newFolder();
  const root = join(folder, 'dist');
  put(root, OLD);
  expect(() => write(root, NEW, WHOLE_TREE, killedAt(moment))).toThrow(Killed);
  forgetLock(folder);
  const tree = openTree(root, WHOLE_TREE);
  tree.discard();
  expect(tree.recovery).toBe(recovery);
  expect(recoverTree(root)).toBe('none');
});
