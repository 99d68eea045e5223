import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { linkerFlags, moduleFolder, toolPath } from './tool-path';
import { TOOLS, type Tool } from './tools';

/** The Go that the newest Kubernetes of the suite asks for. */
const GO = { major: 1, minor: 26 };

/**
 * Builds what is missing, one tool after the other: two at once need more memory than small machines have.
 *
 * @returns how many were built.
 * @throws {Error} when Go is missing or too old while something has to be built, or when a build fails.
 */
export function buildTools(progress: (line: string) => void, tools: readonly Tool[] = TOOLS): number {
  requireGo();
  const missing = tools.filter((tool) => !existsSync(toolPath(tool)));
  for (const [index, tool] of missing.entries()) {
    progress(`building ${tool.name} ${tool.version} (${index + 1} of ${missing.length}) …`);
    const start = performance.now();
    build(tool);
    progress(`built ${tool.name} ${tool.version} in ${Math.round((performance.now() - start) / 1000)} s`);
  }
  return missing.length;
}

/** The version of Go, or what is wrong with it. */
export function requireGo(): string {
  const wanted = `Go ${GO.major}.${GO.minor} or newer`;
  const { stdout, error } = spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' });
  if (error) throw new GoMissing(`go: not found; the suite builds what judges from source and needs ${wanted}`);
  const [, major = 0, minor = 0] = (/go(\d+)\.(\d+)/.exec(stdout) ?? []).map(Number);
  if (major > GO.major || (major === GO.major && minor >= GO.minor)) return stdout.trim();
  throw new GoMissing(`go: found ${stdout.trim()}; the suite needs ${wanted}`);
}

/** There is no Go that could build. */
export class GoMissing extends Error {}

function build(tool: Tool): void {
  const path = toolPath(tool);
  mkdirSync(dirname(path), { recursive: true });
  // Built beside its place and moved there, so that a build that was interrupted is not taken for a tool.
  const part = `${path}.part`;
  const { status, stderr } = spawnSync(
    'go',
    ['build', '-mod=readonly', `-ldflags=${linkerFlags(tool)}`, '-o', part, tool.package],
    { cwd: moduleFolder(tool), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`go build ${tool.package}: exit ${status}\n${stderr.trim()}`);
  renameSync(part, path);
}
