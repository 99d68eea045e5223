const SCRIPTS = {
  bayplan: require.resolve('./bayplan'),
  'plain-cdk8s': require.resolve('./plain-cdk8s'),
} as const;

/** Arguments of node for a script of this folder: loaded as `npx cdk8s synth` loads an app, by tsx. */
export function nodeArguments(script: keyof typeof SCRIPTS, ...args: readonly string[]): readonly string[] {
  return ['--import', 'tsx', SCRIPTS[script], ...args];
}
