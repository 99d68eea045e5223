import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkedName } from '../validation/checked-name';
import { misuse } from '../validation/misuse';
import type { ExposureProps } from './exposure';
import { type HttpRouteProps, httpRoute } from './http-route';
import { type IngressProps, ingress } from './ingress';
import type { PeerOnPorts } from './peers';
import type { Port, PortProps } from './ports';
import { type ServiceOwner, type ServiceProps, service } from './service';

/** How a workload is reached. */
export interface ServingProps {
  /** @default one address inside the cluster, with the ports of all containers */
  readonly service?: ServiceProps;
  /** Exposure by an Ingress. @default none */
  readonly ingress?: IngressProps;
  /** Exposure by an HTTPRoute of the Gateway API. @default none */
  readonly httpRoute?: HttpRouteProps;
}

/** The objects by which a workload is reached. */
export interface Serving {
  readonly service: ApiObject;
  readonly ingress: ApiObject | undefined;
  readonly httpRoute: ApiObject | undefined;
}

/** The callers that follow from exposure: what the outside traffic comes through, on the exposed port alone. */
export function outsideCallers(
  { ingress, httpRoute }: ServingProps,
  ports: readonly PortProps[],
): readonly PeerOnPorts[] {
  const callers = ({ through = [], port }: ExposureProps): readonly PeerOnPorts[] => {
    const exposed = port ?? ports.find(({ servicePort }) => servicePort !== 'none')?.name;
    return exposed === undefined ? [] : through.map((peer) => ({ peer, ports: [exposed] }));
  };
  return [...(ingress ? callers(ingress) : []), ...(httpRoute ? callers(httpRoute) : [])];
}

/**
 * The Service of a workload, and what exposes it.
 *
 * @param isClosed - whether a NetworkPolicy lets nobody in.
 * @throws {BayplanError} `invalid-name`, `duplicate-name`, or `invalid-props` for a workload that is exposed and closed.
 */
export function serve(
  scope: Construct,
  owner: ServiceOwner,
  ports: readonly Port[],
  props: ServingProps,
  isClosed: boolean,
): Serving {
  checkedName(scope, 'the Service', owner.name, 'service label');
  const isExposed = props.ingress || props.httpRoute || (props.service?.type ?? 'ClusterIP') !== 'ClusterIP';
  if (isClosed && isExposed) {
    const fix = 'name the pods or addresses that it comes from in callers, or in through of ingress and httpRoute';
    misuse(scope, 'the workload is exposed, and its NetworkPolicy lets no traffic in', fix);
  }
  const exposed = { name: owner.name, labels: owner.labels, ports };
  return {
    service: service(scope, 'service', owner, ports, props.service ?? {}),
    ingress: props.ingress && ingress(scope, exposed, props.ingress),
    httpRoute: props.httpRoute && httpRoute(scope, exposed, props.httpRoute),
  };
}
