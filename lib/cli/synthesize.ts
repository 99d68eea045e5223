import { dirname, relative, resolve } from 'node:path';
import { BayplanError } from '../core/errors';
import type { Component } from '../render/component';
import { paint } from '../report/paint';
import { synthesisText } from '../report/synthesis-text';
import type { SynthesisRequest, SynthesisResult } from '../synth/synthesis';
import { synthesizeFleet } from '../synth/synthesize-fleet';
import { progressLine } from './progress-line';
import { readRequest } from './run-request';

const STACK_FRAMES = 60;

/** What the user's app hands over. */
export interface SynthesizeProps {
  /** Path of the fleet file, relative to the project. */
  readonly fleet: string;
  readonly components: readonly Component[];
}

/**
 * The whole of an app: reads the fleet file, renders every component for every cluster that it selects, and writes the
 * tree that is synced. Reports on standard error and sets the exit status: 0 clean; 1 findings that are errors, or
 * differences under `--check`; 2 unreadable input or an internal failure.
 */
export function synthesize(props: SynthesizeProps): void {
  // Constructs call constructs: the default of 10 frames would cut off the author's own line.
  Error.stackTraceLimit = STACK_FRAMES;
  try {
    process.exitCode = run(props);
  } catch (error) {
    process.exitCode = 2;
    if (!(error instanceof BayplanError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
}

function run({ fleet, components }: SynthesizeProps): number {
  const request = readRequest(process.env);
  const project = process.cwd();
  const out = request.out ?? 'dist';
  const progress = progressLine(process.stderr);
  const input: SynthesisRequest = {
    components,
    fleetFile: resolve(project, request.fleet ?? fleet),
    out: resolve(project, out),
    clusters: request.clusters,
    check: request.check,
    folders: { project, own: dirname(__dirname) },
    onProgress: progress.update,
  };
  const result = synthesizeFleet(input);
  progress.clear();
  const shownOut = relative(project, input.out) || '.';
  const colour = process.stderr.isTTY === true && !process.env.NO_COLOR;
  process.stderr.write(synthesisText({ ...result, check: request.check, out: shownOut }, paint(colour)));
  return status(result, request.check);
}

function status({ unreadable, changes }: SynthesisResult, check: boolean): number {
  if (unreadable) return 2;
  if (!changes) return 1;
  const differs = [changes.added, changes.changed, changes.removed].some((files) => files.length > 0);
  return check && differs ? 1 : 0;
}
