import { spawnSync } from 'node:child_process';
import { readCdk8sConfig } from './cdk8s-config';
import { type RunRequest, withRequest } from './run-request';

/**
 * Runs the project’s app as `cdk8s synth` does, with a request.
 *
 * @returns the app’s exit status; 2 when it could not be started or was killed.
 */
export function runApp(project: string, request: RunRequest): number {
  const { app, output } = readCdk8sConfig(project);
  const { status } = spawnSync(app, {
    cwd: project,
    shell: true,
    stdio: 'inherit',
    env: withRequest(process.env, { out: output, ...request }),
  });
  return status ?? 2;
}
