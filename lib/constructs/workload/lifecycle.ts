import type { Construct } from 'constructs';
import type { Lifecycle, LifecycleHandler } from '../../../imports/k8s';
import type { Port } from '../networking/ports';
import { checkedInteger } from '../validation/checked-number';
import { misuse } from '../validation/misuse';
import { type HttpCheck, wireHttp } from './probes';

/** What is done at a turn of a container’s life. */
export type Hook =
  | { readonly exec: readonly [string, ...string[]] }
  | HttpCheck
  /** Wait, in seconds: for instance until load balancers have noticed that the pod ends. */
  | { readonly sleep: number };

/** What is done after the start of a container and before its end. */
export interface LifecycleProps {
  readonly postStart?: Hook;
  /** Counts towards the pod’s termination grace period. */
  readonly preStop?: Hook;
}

/**
 * Hooks in wire form.
 *
 * @param gracePeriod - the pod’s termination grace period, in seconds.
 * @throws {BayplanError} `invalid-props`
 */
export function wireLifecycle(
  scope: Construct,
  container: string,
  ports: readonly Port[],
  { postStart, preStop }: LifecycleProps,
  gracePeriod: number,
): Lifecycle | undefined {
  if (!postStart && !preStop) return undefined;
  const wire = (name: string, hook: Hook | undefined): LifecycleHandler | undefined =>
    hook && wireHook(scope, `the ${name} hook of container "${container}"`, ports, hook, gracePeriod);
  return { postStart: wire('postStart', postStart), preStop: wire('preStop', preStop) };
}

function wireHook(
  scope: Construct,
  subject: string,
  ports: readonly Port[],
  hook: Hook,
  gracePeriod: number,
): LifecycleHandler {
  if ('http' in hook) return { httpGet: wireHttp(scope, subject, ports, hook) };
  if ('sleep' in hook) {
    return { sleep: { seconds: checkedInteger(scope, `the sleep of ${subject}`, hook.sleep, 0, gracePeriod) } };
  }
  if ('exec' in hook && hook.exec.length > 0) return { exec: { command: hook.exec } };
  return misuse(scope, `${subject} does nothing`, 'give http, sleep, or exec with a program and its arguments');
}
