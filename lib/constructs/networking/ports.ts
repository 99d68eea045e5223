import type { Construct } from 'constructs';
import type { ContainerPort } from '../../../imports/k8s';
import { isPortName } from '../../core/names';
import { checkedInteger } from '../validation/checked-number';
import { misuse } from '../validation/misuse';

/** A port on which a container listens. */
export interface PortProps {
  /** At most 15 of a-z, 0-9 and -, with a letter; probes, callers and routes refer to it. */
  readonly name: string;
  /** From 1 to 65535. */
  readonly number: number;
  /** @default TCP */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
  /** Port of the Service, or `none` to keep the port off it. @default number */
  readonly servicePort?: number | 'none';
  /** What is spoken, such as `kubernetes.io/h2c`; for the Service. @default none stated */
  readonly appProtocol?: string;
  /** Port of every node of a Service of type NodePort or LoadBalancer. @default chosen by the cluster */
  readonly nodePort?: number;
  /** Port of the node itself; asks for podSecurity `privileged`. @default none */
  readonly hostPort?: number;
}

/** A port with its defaults filled in, and the container that listens on it. */
export interface Port extends PortProps {
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly servicePort: number | 'none';
}

/**
 * The ports of one container.
 *
 * @throws {BayplanError} `invalid-name` for a name that is no port name, `invalid-props` for a number out of range,
 * `duplicate-name` for two ports of one name, or of one number and protocol.
 */
export function checkedPorts(scope: Construct, container: string, ports: readonly PortProps[]): readonly Port[] {
  const checked: Port[] = [];
  for (const given of ports) {
    const port: Port = { ...given, protocol: given.protocol ?? 'TCP', servicePort: given.servicePort ?? given.number };
    checkPort(scope, container, port);
    const subject = `container "${container}" has two ports`;
    for (const other of checked) {
      if (other.name === port.name) {
        misuse(scope, `${subject} named "${port.name}"`, 'give each port a name of its own', 'duplicate-name');
      }
      if (other.number === port.number && other.protocol === port.protocol) {
        misuse(scope, `${subject} ${port.protocol} ${port.number}`, 'keep one of them', 'duplicate-name');
      }
    }
    checked.push(port);
  }
  return checked;
}

function checkPort(scope: Construct, container: string, port: Port): void {
  if (!isPortName(port.name)) {
    const found = `a port of container "${container}" is named "${port.name}"`;
    misuse(scope, found, 'use at most 15 of a-z, 0-9 and -, with at least one letter', 'invalid-name');
  }
  const subject = `of port "${port.name}" of container "${container}"`;
  checkedInteger(scope, `the number ${subject}`, port.number, 1, 65535);
  if (port.servicePort !== 'none') checkedInteger(scope, `the service port ${subject}`, port.servicePort, 1, 65535);
  if (port.hostPort !== undefined) checkedInteger(scope, `the host port ${subject}`, port.hostPort, 1, 65535);
  if (port.nodePort !== undefined) checkedInteger(scope, `the node port ${subject}`, port.nodePort, 1, 65535);
}

/** A port in wire form; the protocol is written, because it is part of the key by which apply pairs ports. */
export function wirePort({ name, number, protocol, hostPort }: Port): ContainerPort {
  return { name, containerPort: number, protocol, hostPort };
}

/**
 * The port that a name or number means.
 *
 * @throws {BayplanError} `invalid-props` when no port has that name, or the number is out of range.
 */
export function portNumber(scope: Construct, subject: string, ports: readonly Port[], port: string | number): number {
  if (typeof port === 'number') return checkedInteger(scope, `the port of ${subject}`, port, 1, 65535);
  return portNamed(scope, subject, ports, port).number;
}

/**
 * The port of a name.
 *
 * @throws {BayplanError} `invalid-props` when there is none.
 */
export function portNamed(scope: Construct, subject: string, ports: readonly Port[], name: string): Port {
  const found = ports.find((port) => port.name === name);
  if (found) return found;
  const names = ports.map((port) => port.name).join(', ') || 'none';
  return misuse(scope, `${subject} refers to the port "${name}"`, `name one of the ports that exist: ${names}`);
}
