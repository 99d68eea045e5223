import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { HttpRouteSpec, HttpRouteSpecRulesMatchesPathType } from '../../../imports/gateway.networking.k8s.io';
import type { ObjectMeta } from '../../../imports/k8s';
import { kubeObject } from '../kube-object';
import { checkedAnnotations } from '../validation/checked-labels';
import { checkedName } from '../validation/checked-name';
import { misuse } from '../validation/misuse';
import { checkedHosts, checkedPath, type ExposedService, type ExposureProps, exposedPort } from './exposure';

/** A Gateway that exists, and where on it the route is attached. */
export interface GatewayRef {
  readonly name: string;
  /** @default the component’s own */
  readonly namespace?: string;
  /** Name of one listener. @default all that fit */
  readonly listener?: string;
}

/** Exposure of a workload by an HTTPRoute of the Gateway API. */
export interface HttpRouteProps extends ExposureProps {
  readonly gateways: readonly [GatewayRef, ...GatewayRef[]];
  /** Host names; `*.example.com` stands for one or more labels. @default those of the listener */
  readonly hosts?: readonly string[];
  /** @default / */
  readonly path?: string;
  /** How the path is compared. @default PathPrefix */
  readonly pathType?: 'PathPrefix' | 'Exact' | 'RegularExpression';
}

interface HTTPRoute {
  readonly apiVersion: 'gateway.networking.k8s.io/v1';
  readonly kind: 'HTTPRoute';
  readonly metadata: ObjectMeta;
  readonly spec: HttpRouteSpec;
}

/**
 * An HTTPRoute that leads to a workload’s Service.
 *
 * The definition’s defaults lie inside lists that are replaced as a whole, so all of them are written.
 *
 * @throws {BayplanError} `invalid-name` or `invalid-props`
 */
export function httpRoute(scope: Construct, service: ExposedService, props: HttpRouteProps): ApiObject {
  const { path = '/', pathType = 'PathPrefix', hosts = [], gateways } = props;
  if (gateways.length === 0) misuse(scope, 'the HTTPRoute has no gateways', 'give at least one');
  const port = exposedPort(scope, 'the HTTPRoute', service, props.port).number;
  const value = pathType === 'RegularExpression' ? path : checkedPath(scope, 'the HTTPRoute', path);
  return kubeObject<HTTPRoute>(scope, 'http-route', {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: {
      name: service.name,
      labels: service.labels,
      annotations: checkedAnnotations(scope, 'the annotations of the HTTPRoute', props.annotations ?? {}),
    },
    spec: {
      parentRefs: gateways.map(({ name, namespace, listener }) => ({
        group: 'gateway.networking.k8s.io',
        kind: 'Gateway',
        name: checkedName(scope, 'the gateway', name, 'subdomain'),
        ...(namespace === undefined ? {} : { namespace }),
        ...(listener === undefined ? {} : { sectionName: listener }),
      })),
      ...(hosts.length > 0 ? { hostnames: [...checkedHosts(scope, 'the HTTPRoute', hosts)] } : {}),
      rules: [
        {
          matches: [{ path: { type: wireType(pathType), value } }],
          backendRefs: [{ group: '', kind: 'Service', name: service.name, port, weight: 1 }],
        },
      ],
    },
  });
}

/** An enum of the generated types is one of its texts: importing it would load the whole file at run time. */
function wireType(type: string): HttpRouteSpecRulesMatchesPathType {
  return type as HttpRouteSpecRulesMatchesPathType;
}
