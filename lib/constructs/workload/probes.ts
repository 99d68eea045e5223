import type { Construct } from 'constructs';
import type { HTTPGetAction, Probe as WireProbe } from '../../../imports/k8s';
import { type Port, portNumber } from '../networking/ports';
import type { TextMap } from '../validation/checked-labels';
import { checkedInteger } from '../validation/checked-number';
import { misuse } from '../validation/misuse';

/** An HTTP request that counts as success when it is answered with 200 to 399. */
export interface HttpCheck {
  /** Absolute path, such as `/healthz`. */
  readonly http: string;
  /** Name or number of the port. @default the first port of the container */
  readonly port?: string | number;
  /** @default HTTP */
  readonly scheme?: 'HTTP' | 'HTTPS';
  readonly headers?: TextMap;
  /** Another host than the pod; asks for podSecurity `privileged`. @default the pod */
  readonly host?: string;
}

/** How a container is asked whether it is well. */
export type HealthCheck =
  | HttpCheck
  /** A connection to a port, by name or number. */
  | { readonly tcp: string | number }
  /** The gRPC health protocol on a port, by name or number. */
  | { readonly grpc: string | number; readonly service?: string }
  /** A program in the container that ends with status 0. */
  | { readonly exec: readonly [string, ...string[]] };

/** A check, and when it is made. */
export type Probe = HealthCheck & {
  /** Seconds after the start of the container. @default 0 */
  readonly initialDelaySeconds?: number;
  /** Seconds from check to check. @default 10 */
  readonly periodSeconds?: number;
  /** Seconds after which a check has failed. @default 1 */
  readonly timeoutSeconds?: number;
  /** Successes in a row that end a failure; 1 for liveness and startup. @default 1 */
  readonly successThreshold?: number;
  /** Failures in a row that count. @default 3 */
  readonly failureThreshold?: number;
  /** Seconds that the container gets to end after a failure; not for readiness. @default the pod’s */
  readonly terminationGracePeriodSeconds?: number;
};

/** The three questions to a container; `none` leaves one out. */
export interface Probes {
  /** May it get traffic? @default a connection to the first TCP port */
  readonly readiness?: Probe | 'none';
  /** Must it be restarted? @default as readiness, after six failures: a pod leaves its Service long before */
  readonly liveness?: Probe | 'none';
  /** Has it started? Until then the others are not asked. @default as liveness, every 5 s for 5 minutes, unless liveness has an initial delay */
  readonly startup?: Probe | 'none';
}

/** The probes of a container in wire form. */
export interface WireProbes {
  readonly readinessProbe?: WireProbe | undefined;
  readonly livenessProbe?: WireProbe | undefined;
  readonly startupProbe?: WireProbe | undefined;
}

/** Five minutes: long enough for a cold start, short enough to see a deadlock. */
const STARTUP = { periodSeconds: 5, failureThreshold: 60 };

/**
 * The probes of a container that serves: given ones, with defaults for the others.
 *
 * @param serves - whether a container with a TCP port gets default probes.
 * @throws {BayplanError} `invalid-props` for a port name that does not exist and for numbers out of range.
 */
export function wireProbes(
  scope: Construct,
  container: string,
  ports: readonly Port[],
  probes: Probes,
  serves: boolean,
): WireProbes {
  const first = serves ? ports.find(({ protocol }) => protocol === 'TCP') : undefined;
  const connect: Probe | undefined = first && { tcp: first.name };
  const readiness = probes.readiness ?? connect ?? 'none';
  const liveness = probes.liveness ?? (connect ? { ...connect, failureThreshold: 6 } : 'none');
  const startup = probes.startup ?? defaultStartup(liveness);
  const wire = (kind: string, probe: Probe | 'none'): WireProbe | undefined =>
    probe === 'none' ? undefined : wireProbe(scope, `the ${kind} probe of container "${container}"`, ports, probe);
  return {
    readinessProbe: wire('readiness', readiness),
    livenessProbe: wire('liveness', liveness),
    startupProbe: wire('startup', startup),
  };
}

function defaultStartup(liveness: Probe | 'none'): Probe | 'none' {
  if (liveness === 'none' || liveness.initialDelaySeconds !== undefined) return 'none';
  return { ...liveness, ...STARTUP };
}

function wireProbe(scope: Construct, subject: string, ports: readonly Port[], probe: Probe): WireProbe {
  const integer = (name: string, value: number | undefined, min: number, max?: number) =>
    value === undefined ? undefined : checkedInteger(scope, `${name} of ${subject}`, value, min, max);
  const isReadiness = subject.startsWith('the readiness');
  if (isReadiness && probe.terminationGracePeriodSeconds !== undefined) {
    misuse(scope, `${subject} has terminationGracePeriodSeconds`, 'leave it out: readiness never ends a container');
  }
  return {
    ...wireCheck(scope, subject, ports, probe),
    initialDelaySeconds: integer('initialDelaySeconds', probe.initialDelaySeconds, 0),
    periodSeconds: integer('periodSeconds', probe.periodSeconds, 1),
    timeoutSeconds: integer('timeoutSeconds', probe.timeoutSeconds, 1),
    successThreshold: integer('successThreshold', probe.successThreshold, 1, isReadiness ? undefined : 1),
    failureThreshold: integer('failureThreshold', probe.failureThreshold, 1),
    terminationGracePeriodSeconds: integer('terminationGracePeriodSeconds', probe.terminationGracePeriodSeconds, 1),
  };
}

function wireCheck(scope: Construct, subject: string, ports: readonly Port[], check: HealthCheck): WireProbe {
  if ('http' in check) return { httpGet: wireHttp(scope, subject, ports, check) };
  if ('tcp' in check) return { tcpSocket: { port: portRef(scope, subject, ports, check.tcp) } };
  if ('grpc' in check) return { grpc: { port: portNumber(scope, subject, ports, check.grpc), service: check.service } };
  if ('exec' in check && check.exec.length > 0) return { exec: { command: check.exec } };
  return misuse(scope, `${subject} checks nothing`, 'give http, tcp, grpc, or exec with a program and its arguments');
}

/**
 * An HTTP request in wire form, for probes and hooks.
 *
 * @throws {BayplanError} `invalid-props`
 */
export function wireHttp(scope: Construct, subject: string, ports: readonly Port[], check: HttpCheck): HTTPGetAction {
  const { http, port = ports[0]?.name, scheme, headers, host } = check;
  if (!http.startsWith('/')) misuse(scope, `${subject} asks for the path "${http}"`, 'start it with /');
  if (port === undefined)
    return misuse(scope, `${subject} has no port`, 'name one, or declare a port of the container');
  const httpHeaders = headers && Object.entries(headers).map(([name, value]) => ({ name, value }));
  return { path: http, port: portRef(scope, subject, ports, port), scheme, httpHeaders, host };
}

/** Names stay names, so that probe and port cannot come apart. */
function portRef(scope: Construct, subject: string, ports: readonly Port[], port: string | number): string | number {
  portNumber(scope, subject, ports, port);
  return port;
}
