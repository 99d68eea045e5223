import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { toolPath } from '../../tool-path';
import { ARGO_CD } from '../../tools';

/** The format of the address on which the application controller serves metrics: every interface, whatever is asked for. */
const EVERYWHERE = '0.0.0.0:%d';
/** As many bytes, and this machine only. */
const LOOPBACK = '[::1]:%05d';

/**
 * Argo CD that listens on loopback only: one constant of the binary is changed, since no flag reaches it and a test opens
 * nothing to the network.
 *
 * @see https://github.com/argoproj/argo-cd/blob/v3.1.0/controller/appcontroller.go `metricsAddr`
 */
export function loopbackArgoCd(): string {
  const original = toolPath(ARGO_CD);
  const path = `${original}-loopback`;
  if (existsSync(path)) return path;
  const program = readFileSync(original);
  const at = program.indexOf(EVERYWHERE);
  if (at < 0 || program.indexOf(EVERYWHERE, at + 1) >= 0)
    throw new Error(`${original}: "${EVERYWHERE}" is not there once`);
  program.write(LOOPBACK, at);
  writeFileSync(`${path}.part`, program);
  chmodSync(`${path}.part`, 0o755);
  renameSync(`${path}.part`, path);
  return path;
}
