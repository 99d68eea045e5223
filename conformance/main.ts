import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTools, GoMissing } from './build-tools';
import { clearRecords, readRecords } from './results/records';
import { resultTable, withTable } from './results/table';

const DOCUMENT = join(__dirname, '../docs/conformance.md');

/**
 * Builds what is missing, runs the suite and prints its results; `--record` writes them to docs/conformance.md as well.
 * Everything else goes to jest, such as part of a file's name or `-t laptop`.
 *
 * @returns the exit status: 0 when all agree, 1 when something does not, 2 without Go.
 */
function main(args: readonly string[]): number {
  try {
    buildTools((line) => process.stderr.write(`conformance: ${line}\n`));
  } catch (error) {
    process.stderr.write(`conformance: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof GoMissing ? 2 : 1;
  }
  clearRecords();
  const start = performance.now();
  const jest = join(require.resolve('jest/package.json'), '../bin/jest.js');
  const rest = args.filter((arg) => arg !== '--record');
  const { status } = spawnSync(process.execPath, [jest, '-c', join(__dirname, 'jest.config.js'), ...rest], {
    stdio: 'inherit',
  });
  const table = resultTable(readRecords(), (performance.now() - start) / 1000);
  process.stderr.write(`\n${table}`);
  if (status === 0 && args.includes('--record')) {
    writeFileSync(DOCUMENT, withTable(readFileSync(DOCUMENT, 'utf8'), table));
  }
  return status === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
