import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { BayplanError } from '../core/errors';

/** What `bayplan` needs of a project’s `cdk8s.yaml`. */
export interface Cdk8sConfig {
  /** Shell command that runs the app. */
  readonly app: string;
  /** Output folder, relative to the project. */
  readonly output: string;
}

/**
 * Reads `cdk8s.yaml` as cdk8s-cli does; without one, or without an `app` in it, `main.ts` is run through tsx.
 *
 * @throws {BayplanError} `invalid-yaml` when the file is no YAML map, `unreadable-file` when there is nothing to run.
 */
export function readCdk8sConfig(project: string): Cdk8sConfig {
  const { app, output } = readConfigFile(join(project, 'cdk8s.yaml'));
  if (typeof app !== 'string' && !existsSync(join(project, 'main.ts'))) {
    throw new BayplanError('unreadable-file', {
      message: 'there is neither a main.ts nor a cdk8s.yaml with an app here',
      fix: 'run bayplan in the folder that holds them',
    });
  }
  return {
    app: typeof app === 'string' ? app : `node --import ${JSON.stringify(tsxLoader())} main.ts`,
    output: typeof output === 'string' ? output : 'dist',
  };
}

function tsxLoader(): string {
  return pathToFileURL(require.resolve('tsx')).href;
}

function readConfigFile(file: string): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) return {};
  const config: unknown = parseYaml(readFileSync(file, 'utf8'));
  if (typeof config === 'object' && config !== null) return config as Record<string, unknown>;
  throw new BayplanError('invalid-yaml', {
    message: 'cdk8s.yaml is no YAML map',
    fix: 'write app: node --import tsx main.ts',
  });
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
