import { Command, CommanderError } from 'commander';
import { BayplanError } from '../core/errors';
import { fleetSchema } from '../facts/fleet-schema';
import { runApp } from './run-app';

/** Status of wrong use, unreadable input or an internal failure. */
const WRONG_USE = 2;

interface SynthOptions {
  readonly cluster: readonly string[];
  readonly out?: string;
  readonly fleet?: string;
  readonly check?: true;
}

/**
 * The `bayplan` command.
 *
 * @param args - the arguments after the command’s name.
 * @param version - the package’s version.
 * @returns the exit status: 0 clean, 1 findings or differences, 2 wrong use or failure.
 */
export function main(args: readonly string[], version: string): number {
  let status = 0;
  const program = new Command('bayplan')
    .description('One typed description of many Kubernetes clusters becomes plain YAML that Argo CD or Flux syncs.')
    .version(version)
    .exitOverride();
  program
    .command('synth')
    .description('run the app of cdk8s.yaml (else main.ts) and write the tree that is synced')
    .option('--cluster <name...>', 'touch these clusters only', [])
    .option('--out <dir>', 'output folder (default: output of cdk8s.yaml, else dist)')
    .option('--fleet <file>', 'the fleet file, in place of the app’s own')
    .option('--check', 'write nothing; exit with 1 when the tree differs, naming the files')
    .action(({ cluster, check, ...rest }: SynthOptions) => {
      status = runApp(process.cwd(), { ...rest, clusters: cluster, check: check ?? false });
    });
  program
    .command('schema')
    .description('print the JSON Schema of fleet.yaml, for editors')
    .action(() => {
      process.stdout.write(`${JSON.stringify(fleetSchema(), null, 2)}\n`);
    });
  try {
    program.parse(args, { from: 'user' });
    return status;
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
  if (!(error instanceof BayplanError)) throw error;
  process.stderr.write(`bayplan: ${error.message}\n`);
  return WRONG_USE;
}
