import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Tool } from './tools';

/** The folder of a tool's `go.mod`. */
export function moduleFolder({ folder }: Tool): string {
  return join(__dirname, 'tools', folder);
}

/** The folder outside the repository that keeps what was built. */
export function toolCache(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'bayplan', 'conformance');
}

/**
 * Where the binary of a tool lies once it is built. The place changes with the version and with everything that `go.mod`
 * pins, so a changed tool is built again and an unchanged one never.
 */
export function toolPath(tool: Tool): string {
  const pins = readFileSync(join(moduleFolder(tool), 'go.mod'));
  const digest = createHash('sha256').update(pins).update(linkerFlags(tool)).digest('hex').slice(0, 12);
  return join(toolCache(), `${tool.folder}-${tool.version}-${digest}`, tool.name);
}

/** What the linker is told: no symbol tables, which nobody reads, and the variables of the tool. */
export function linkerFlags({ variables = {} }: Tool): string {
  return ['-s -w', ...Object.entries(variables).map(([name, value]) => `-X ${name}=${value}`)].join(' ');
}
