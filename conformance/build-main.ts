import { buildTools, GoMissing } from './build-tools';

try {
  buildTools((line) => process.stderr.write(`conformance: ${line}\n`));
} catch (error) {
  process.stderr.write(`conformance: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof GoMissing ? 2 : 1;
}
