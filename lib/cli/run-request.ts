import { BayplanError } from '../core/errors';

/**
 * What `bayplan` asks of the app that it starts: the app is the user’s own program, so the request travels through the
 * environment, as cdk8s-cli’s own `CDK8S_OUTDIR` does.
 */
export interface RunRequest {
  /** Output folder. */
  readonly out?: string;
  /** The fleet file, in place of the app’s own. */
  readonly fleet?: string;
  /** Clusters to touch; empty means all. */
  readonly clusters: readonly string[];
  /** Compare with what is there, and write nothing. */
  readonly check: boolean;
}

const VARIABLE = 'BAYPLAN_RUN';

/** The environment of an app that is to carry out a request. */
export function withRequest(environment: NodeJS.ProcessEnv, request: RunRequest): NodeJS.ProcessEnv {
  return { ...environment, [VARIABLE]: JSON.stringify(request) };
}

/**
 * The request that the environment holds; without `bayplan`, what `cdk8s synth` or plain `node` mean.
 *
 * @throws {BayplanError} `invalid-value` when the variable was set by hand to something else.
 */
export function readRequest(environment: NodeJS.ProcessEnv): RunRequest {
  const text = environment[VARIABLE];
  const cdk8sOut = environment.CDK8S_OUTDIR;
  if (text === undefined) return { ...(cdk8sOut ? { out: cdk8sOut } : {}), clusters: [], check: false };
  try {
    const request: RunRequest = JSON.parse(text);
    if (Array.isArray(request.clusters) && typeof request.check === 'boolean') return request;
  } catch {
    // Told below: what stands there is not ours.
  }
  throw new BayplanError('invalid-value', {
    message: `the environment variable ${VARIABLE} is ${JSON.stringify(text)}, not a request of the bayplan command`,
    fix: 'unset it; bayplan sets it for the app that it starts',
  });
}
