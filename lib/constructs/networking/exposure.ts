import type { Construct } from 'constructs';
import { isDnsSubdomain } from '../../core/names';
import type { TextMap } from '../validation/checked-labels';
import { misuse } from '../validation/misuse';
import type { Peer } from './peers';
import { type Port, portNamed } from './ports';

/** What both ways to expose a workload need. */
export interface ExposureProps {
  /**
   * Pods or addresses that the outside traffic comes from, such as those of the ingress controller: they become callers.
   *
   * @default the declared callers already hold them
   */
  readonly through?: readonly Peer[];
  /** Name of the port to lead to. @default the first port */
  readonly port?: string;
  readonly annotations?: TextMap;
}

/** What is exposed. */
export interface ExposedService {
  /** Name of the Service. */
  readonly name: string;
  readonly labels: TextMap;
  readonly ports: readonly Port[];
}

/** A port of a Service. */
export interface ExposedPort {
  readonly name: string;
  /** The Service’s own number. */
  readonly number: number;
}

/**
 * The port of the Service to lead to.
 *
 * @throws {BayplanError} `invalid-props` when there is no such port, or it is not on the Service.
 */
export function exposedPort(
  scope: Construct,
  subject: string,
  { ports }: ExposedService,
  wanted?: string,
): ExposedPort {
  const port =
    wanted === undefined ? ports.find((one) => one.servicePort !== 'none') : portNamed(scope, subject, ports, wanted);
  if (!port) return misuse(scope, `${subject} has no port to lead to`, 'declare a port that is on the Service');
  const { name, servicePort } = port;
  if (servicePort !== 'none') return { name, number: servicePort };
  return misuse(scope, `${subject} leads to port "${name}", which is not on the Service`, 'give it a servicePort');
}

/**
 * Host names, the first label of which may be `*`.
 *
 * @throws {BayplanError} `invalid-name`
 */
export function checkedHosts(scope: Construct, subject: string, hosts: readonly string[]): readonly string[] {
  for (const host of hosts) {
    if (isDnsSubdomain(host.replace(/^\*\./, '')) && !/^[\d.]+$/.test(host)) continue;
    const fix = 'use a DNS name in lower case, such as shop.example.com or *.example.com';
    misuse(scope, `${subject} has the host "${host}"`, fix, 'invalid-name');
  }
  return hosts;
}

/**
 * An absolute path of a URL.
 *
 * @throws {BayplanError} `invalid-props`
 */
export function checkedPath(scope: Construct, subject: string, path: string): string {
  if (path.startsWith('/') && !path.includes('//') && !/[\s?#]/.test(path)) return path;
  return misuse(scope, `${subject} has the path "${path}"`, 'start it with /, without //, spaces, ? and #');
}
