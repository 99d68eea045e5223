import { join } from 'node:path';

/** Arguments of node for a script of this folder: loaded as `npx cdk8s synth` loads an app, by tsx. */
export function nodeArguments(script: 'bayplan' | 'plain-cdk8s', ...args: readonly string[]): readonly string[] {
  return ['--import', 'tsx', join(__dirname, `${script}.ts`), ...args];
}
