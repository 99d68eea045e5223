import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const REPOSITORY = join(__dirname, '..', '..');

/** What a fresh clone holds and synthesis needs; `node_modules` is linked, as `npm ci` takes too long for a test. */
const PARTS = [
  'bin',
  'cdk8s.yaml',
  'dist',
  'docs',
  'fleet',
  'fleet.schema.json',
  'imports',
  'lib',
  'main.ts',
  'package.json',
  'tsconfig.json',
];

/** Copies the project to a folder of its own, so that commands can change it; remove it with `removeCopy`. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bayplan-'));
  for (const part of PARTS) cpSync(join(REPOSITORY, part), join(folder, part), { recursive: true });
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

export function removeCopy(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
