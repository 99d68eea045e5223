import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { compareText } from '../../lib/core/compare';
import type { Crd } from './crd';

/**
 * What `cdk8s import` makes of CRDs: a file's text for every API group.
 *
 * It runs in a folder of its own, so that it neither reads nor writes this project's `cdk8s.yaml`.
 */
export function cdk8sImport(crds: readonly Crd[]): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'bayplan-imports-'));
  try {
    writeFileSync(
      join(folder, 'crds.yaml'),
      crds.map((crd) => stringify(crd, { aliasDuplicateObjects: false })).join('---\n'),
    );
    const cli = join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin/cdk8s');
    const options = ['--language=typescript', '--output=out', '--no-save', '--check-upgrade=false'];
    execFileSync(process.execPath, [cli, 'import', 'crds.yaml', ...options], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const files = readdirSync(join(folder, 'out')).sort(compareText);
    return new Map(files.map((file) => [file, withoutComments(readFileSync(join(folder, 'out', file), 'utf8'))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Drops comments that stand on lines of their own: without descriptions they only repeat the names below them. */
export function withoutComments(code: string): string {
  return code
    .replace(/^[ \t]*\/\*.*?\*\/[ \t]*\n/gms, '')
    .replace(/^[ \t]*\/\/.*\n/gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trimStart();
}
