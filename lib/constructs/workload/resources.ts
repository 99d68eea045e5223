import type { Construct } from 'constructs';
import type { ResourceRequirements } from '../../../imports/k8s';
import { isQualifiedName } from '../../core/names';
import { checkedQuantity, isLess } from '../validation/checked-quantity';
import { misuse } from '../validation/misuse';

/** What a container needs, each a Kubernetes quantity such as `250m`, `2`, `512Mi` or `10Gi`. */
export interface ResourceProps {
  /** Processor time it is sure to get. */
  readonly cpu: string;
  /** Memory it is sure to get. */
  readonly memory: string;
  /** Most processor time. @default no limit, so that idle cores are used */
  readonly cpuLimit?: string;
  /** Most memory, or `none`. @default memory, so that a node never runs out of it unforeseen */
  readonly memoryLimit?: string;
  /** Disk of the node, for logs, `emptyDir` and the container’s own files. @default none asked for */
  readonly ephemeralStorage?: string;
  /** @default no limit */
  readonly ephemeralStorageLimit?: string;
  /** Further resources by name, such as `nvidia.com/gpu`; each is request and limit. */
  readonly extendedResources?: Readonly<Record<string, string>>;
}

/** What every container asks for, with an example. */
const REQUIRED = new Map([
  ['cpu', '100m'],
  ['memory', '128Mi'],
]);

/**
 * Requests and limits in wire form.
 *
 * @throws {BayplanError} `invalid-quantity`, or `invalid-props` for a limit below its request, or no request at all.
 */
export function resources(scope: Construct, container: string, props: ResourceProps): ResourceRequirements {
  const requests: Record<string, string> = {};
  const limits: Record<string, string> = {};
  const add = (name: string, request: string | undefined, limit: string | undefined): void => {
    const subject = `${name} of container "${container}"`;
    // Synthesis runs TypeScript without checking its types, so a required property may be missing after all.
    if (request === undefined && REQUIRED.has(name)) {
      misuse(scope, `container "${container}" has no ${name} request`, `give ${name}, such as ${REQUIRED.get(name)}`);
    }
    if (request !== undefined) requests[name] = checkedQuantity(scope, `the ${subject}`, request);
    if (limit === undefined) return;
    limits[name] = checkedQuantity(scope, `the limit of ${subject}`, limit);
    if (request === undefined || !isLess(limit, request)) return;
    misuse(scope, `the limit of ${subject} is ${limit}, below the request of ${request}`, `give at least ${request}`);
  };
  const { cpu, memory, cpuLimit, memoryLimit = memory, ephemeralStorage, ephemeralStorageLimit } = props;
  add('cpu', cpu, cpuLimit);
  add('memory', memory, memoryLimit === 'none' ? undefined : memoryLimit);
  add('ephemeral-storage', ephemeralStorage, ephemeralStorageLimit);
  for (const [name, amount] of Object.entries(props.extendedResources ?? {})) {
    if (!isQualifiedName(name) || !/\/|^hugepages-/.test(name)) {
      misuse(scope, `container "${container}" asks for the resource "${name}"`, 'use a name such as nvidia.com/gpu');
    }
    add(name, amount, amount);
  }
  return { requests, limits: Object.keys(limits).length > 0 ? limits : undefined };
}
