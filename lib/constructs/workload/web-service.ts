import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PortProps } from '../networking/ports';
import { outsideCallers, type Serving, type ServingProps, serve } from '../networking/serving';
import { type DeployedProps, DeployedWorkload } from './deployed-workload';
import type { Replicas } from './replicas';

export interface WebServiceProps extends DeployedProps, ServingProps {
  /** The port that is served: its number, with the name `http`, or all of it. */
  readonly port: number | PortProps;
  /** Further ports of the main container. */
  readonly ports?: readonly PortProps[];
  /** @default 2 */
  readonly replicas?: Replicas;
}

/**
 * Pods that serve requests and keep nothing: a Deployment and a Service, with ServiceAccount, NetworkPolicy and, for more
 * than one replica, PodDisruptionBudget; exposed on request.
 *
 * @throws {BayplanError} for every misuse, with the construct’s path.
 */
export class WebService extends DeployedWorkload implements Serving {
  readonly service: ApiObject;
  readonly ingress: ApiObject | undefined;
  readonly httpRoute: ApiObject | undefined;

  constructor(scope: Construct, id: string, props: WebServiceProps) {
    const { port, replicas = 2 } = props;
    const main: PortProps = typeof port === 'number' ? { name: 'http', number: port } : port;
    const ports = [main, ...(props.ports ?? [])];
    const outside = outsideCallers(props, ports);
    super(scope, id, { ...props, ports, replicas }, outside);
    const { name, labels, selector, networkPolicy } = this;
    const isClosed = networkPolicy !== undefined && outside.length === 0 && (props.callers ?? []).length === 0;
    const serving = serve(this, { name, labels, selector }, this.ports, props, isClosed);
    this.service = serving.service;
    this.ingress = serving.ingress;
    this.httpRoute = serving.httpRoute;
  }
}
