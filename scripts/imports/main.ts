import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareText } from '../../lib/core/compare';
import { generate } from './generate';
import { SourcesUnavailable } from './go-module';

/**
 * `npm run imports` writes `imports/` anew; `npm run imports -- --check` only names the files that differ.
 *
 * Exit status: 0 done or no difference, 1 differences found, 2 wrong use or no sources.
 */
function main(args: readonly string[]): number {
  const wrong = args.find((arg) => arg !== '--check');
  if (wrong) return fail(`unknown argument ${wrong}: only --check is known`);
  const folder = resolve(__dirname, '../../imports');
  try {
    const wanted = generate();
    const differing = differences(folder, wanted);
    if (!args.includes('--check')) write(folder, wanted, differing);
    for (const file of differing) console.log(`imports/${file}`);
    return args.includes('--check') && differing.length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof SourcesUnavailable) return fail(error.message);
    throw error;
  }
}

/** Files that are missing, have other bytes, or should not be there. */
function differences(folder: string, wanted: ReadonlyMap<string, string>): readonly string[] {
  const present = readdirSync(folder);
  const names = new Set([...present, ...wanted.keys()]);
  const differs = (file: string) =>
    !present.includes(file) || readFileSync(join(folder, file), 'utf8') !== wanted.get(file);
  return [...names].filter(differs).sort(compareText);
}

function write(folder: string, wanted: ReadonlyMap<string, string>, differing: readonly string[]): void {
  for (const file of differing) {
    const text = wanted.get(file);
    if (text === undefined) rmSync(join(folder, file));
    else writeFileSync(join(folder, file), text);
  }
}

function fail(message: string): number {
  console.error(`imports: ${message}`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
