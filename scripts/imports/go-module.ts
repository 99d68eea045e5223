import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { GoModule } from './sources';

/** Why the sources cannot be had on this machine, in words for its user. */
export class SourcesUnavailable extends Error {}

/**
 * Fetches a module with the Go client, which checks its sum, and keeps it in Go's own module cache.
 *
 * @returns The folder that holds the module's files.
 * @throws SourcesUnavailable when there is no Go, or Go cannot fetch the module.
 */
export function downloadModule({ module, version }: GoModule): string {
  const query = `${module}@${version}`;
  // Outside of any Go module, so that no go.mod of a parent folder has a say.
  const { error, stdout, stderr } = spawnSync('go', ['mod', 'download', '-json', query], {
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  if (error) {
    throw new SourcesUnavailable(
      `no Go on this machine (${error.message}): imports are generated from Go modules; install Go 1.26 or newer`,
    );
  }
  const answer = parseAnswer(stdout);
  if (answer?.Dir) return answer.Dir;
  throw new SourcesUnavailable(`${query}: go mod download failed: ${answer?.Error ?? stderr.trim()}`);
}

function parseAnswer(text: string): { readonly Dir?: string; readonly Error?: string } | undefined {
  return text.trim() ? JSON.parse(text) : undefined;
}
