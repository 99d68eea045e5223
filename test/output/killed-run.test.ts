import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openTree } from '../../lib/output/open-tree';
import { WHOLE_TREE } from '../../lib/output/tree-sink';
import { recoverTree } from '../../lib/output/workspace';
import { filesOf, newFolder, removeFolders } from './trees';

const LIBRARY = join(__dirname, '..', '..', 'lib', 'output', 'open-tree.ts');
const FILES = 2000;
const CLUSTERS = 20;

/** Writes one generation of a tree after another, says so at the start of each, and never ends by itself. */
const ENDLESS = `
  const { openTree } = require(${JSON.stringify(LIBRARY)});
  for (let generation = 1; ; generation++) {
    require('node:fs').writeSync(1, 'x');
    const tree = openTree(process.argv[1], ['clusters', 'index']);
    for (let file = 0; file < ${FILES}; file++) {
      const kind = file % 7 === 0 ? 'generation-' + generation % 2 : 'kind';
      tree.write('clusters/c' + file % ${CLUSTERS} + '/' + kind + '/' + file + '.yaml', 'generation ' + generation, 'x');
    }
    tree.commit();
  }
`;
/** Opens a tree and stays there. */
const WAITING = `
  const { openTree } = require(${JSON.stringify(LIBRARY)});
  openTree(process.argv[1], ['clusters', 'index']).write('clusters/a', 'theirs', 'x');
  require('node:fs').writeSync(1, 'x');
  setInterval(() => {}, 1000);
`;

const children: ChildProcess[] = [];

async function run(script: string, root: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', '--eval', script, root], {
    cwd: join(__dirname, '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  removeFolders();
});

test.each([[20], [60], [110], [170], [240]])(
  'killed after %i ms, a run leaves one generation',
  async (milliseconds) => {
    const folder = newFolder();
    const root = join(folder, 'dist');
    const child = await run(ENDLESS, root);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await kill(child);
    recoverTree(root);
    expect(readdirSync(folder).filter((name) => name !== 'dist')).toEqual([]);
    const files = readdirSync(folder).length === 0 ? {} : filesOf(root);
    const [generation = 'generation 0'] = Object.values(files);
    const gone = `generation-${(Number(generation.slice('generation '.length)) + 1) % 2}`;
    expect([0, FILES]).toContain(Object.keys(files).length);
    expect(Object.entries(files).filter(([path, text]) => text !== generation || path.includes(gone))).toEqual([]);
  },
);

test('a second run is told of the first, and takes over when that is dead', async () => {
  const root = join(newFolder(), 'dist');
  const child = await run(WAITING, root);
  expect(() => openTree(root, WHOLE_TREE)).toThrow(`process ${child.pid} on `);
  expect(() => recoverTree(root)).toThrow('is writing it; wait until that run ends');
  await kill(child);
  const tree = openTree(root, WHOLE_TREE);
  tree.write('clusters/a', 'ours', 'x');
  tree.commit();
  expect(filesOf(join(root, '..'))).toEqual({ 'dist/clusters/a': 'ours' });
});
