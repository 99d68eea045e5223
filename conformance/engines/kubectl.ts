import { spawnSync } from 'node:child_process';
import { toolPath } from '../tool-path';
import { KUBECTL } from '../tools';

/** Runs kubectl, as a person would. @throws {Error} with its own words. */
export function kubectl(kubeconfig: string, args: readonly string[], input?: string): string {
  const { status, stdout, stderr } = spawnSync(toolPath(KUBECTL), ['--kubeconfig', kubeconfig, ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`kubectl ${args.join(' ')}: exit ${status}\n${stderr.trim()}`);
  return stdout;
}
