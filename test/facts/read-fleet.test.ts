import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFleet } from '../../lib/facts/read-fleet';
import { findingLine } from './finding-lines';
import { fleetText, REQUIRED } from './fleet-text';

const folder = mkdtempSync(join(tmpdir(), 'bayplan-facts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GOOD = fleetText(`clusters: { eu: { ${REQUIRED} } }`);

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('a good file', () => {
  const { fleet, findings } = readFleet(write('good.yaml', GOOD), 'fleet/fleet.yaml');
  expect(findings).toEqual([]);
  expect(fleet?.provenance('eu', 'platform').place?.file).toBe('fleet/fleet.yaml');
});

test('a byte order mark shifts no column', () => {
  const path = write('bom.yaml', `\ufeff${GOOD.replace('harbour', 'Harbour')}`);
  expect(readFleet(path, 'f').findings[0]?.place).toEqual({ file: 'f', line: 1, column: 8 });
});

const rows = [
  {
    name: 'a missing file',
    path: () => join(folder, 'nowhere', 'fleet.yaml'),
    want: 'f:1:1: error: there is no such file; write it, or name the right one [unreadable-file]',
  },
  {
    name: 'a misspelt file',
    path: () => `${write('fleet.yaml', GOOD).slice(0, -4)}yml`,
    want: 'f:1:1: error: there is no such file; did you mean fleet.yaml? [unreadable-file]',
  },
  {
    name: 'a file below a file',
    path: () => join(write('file.yaml', GOOD), 'fleet.yaml'),
    want: 'f:1:1: error: there is no such file; write it, or name the right one [unreadable-file]',
  },
  {
    name: 'an impossible name',
    path: () => 'a\0b',
    want: 'f:1:1: error: there is no such file; write it, or name the right one [unreadable-file]',
  },
  {
    name: 'a folder',
    path: () => folder,
    want: 'f:1:1: error: a folder, a file is needed; name the file inside it [unreadable-file]',
  },
  {
    name: 'a device',
    path: () => '/dev/null',
    want: 'f:1:1: error: neither a file nor a folder, a file is needed; name a file [unreadable-file]',
  },
  {
    name: 'an empty file',
    path: () => write('empty.yaml', ''),
    want: 'f:1:1: error: the file is empty, or holds comments only; describe the fleet: its name, its source, its clusters [unreadable-file]',
  },
  {
    name: 'a binary file',
    path: () => write('image.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])),
    want: 'f:1:1: error: the file holds control characters: it is binary, not text; name the YAML file [unreadable-file]',
  },
  {
    name: 'a text of another encoding',
    path: () => write('latin1.yaml', Buffer.from('fleet: größe\n', 'latin1')),
    want: 'f:1:1: error: the file is not text in UTF-8; save it as UTF-8 [unreadable-file]',
  },
  {
    name: 'a text in UTF-16',
    path: () => write('utf16.yaml', Buffer.from(`\ufeff${GOOD}`, 'utf16le')),
    want: 'f:1:1: error: the file holds control characters: it is binary, not text; name the YAML file [unreadable-file]',
  },
  {
    name: 'a file that is too big',
    path: () => {
      const path = write('big.yaml', GOOD);
      truncateSync(path, 17 * 1024 * 1024);
      return path;
    },
    want: 'f:1:1: error: the file is larger than 16 MiB; describe the clusters in several fleets [unreadable-file]',
  },
];
test.each(rows)('$name', ({ path, want }) => {
  const { fleet, findings } = readFleet(path(), 'f');
  expect(findings.map(findingLine)).toEqual([want]);
  expect(fleet).toBeUndefined();
});

// The superuser may read everything.
(process.getuid?.() === 0 ? test.skip : test)('a file that may not be read', () => {
  const path = write('secret.yaml', GOOD);
  chmodSync(path, 0);
  expect(readFleet(path, 'f').findings.map(findingLine)).toEqual([
    'f:1:1: error: the file may not be read; give yourself the right to read it [unreadable-file]',
  ]);
});

test('a folder named like a fleet is no neighbour to suggest twice', () => {
  mkdirSync(join(folder, 'ops'));
  expect(readFleet(join(folder, 'ops', 'fleet.yaml')).findings.map(({ fix }) => fix)).toEqual([
    'write it, or name the right one',
  ]);
});

test('findings name the path when nothing else is given', () => {
  const path = join(folder, 'none.yml');
  expect(readFleet(path).findings[0]?.place?.file).toBe(path);
});
