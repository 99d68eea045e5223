import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Service, ServicePort, ServiceSpec } from '../../../imports/k8s';
import { clusterOf } from '../cluster-of';
import { kubeObject } from '../kube-object';
import { checkedAnnotations, type TextMap } from '../validation/checked-labels';
import { misuse } from '../validation/misuse';
import type { Port } from './ports';

/** How a workload is reached by one name. */
export interface ServiceProps {
  /** @default ClusterIP */
  readonly type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
  /** Whether the name leads to the pods themselves instead of one address. Cannot change later. @default false */
  readonly headless?: boolean;
  readonly annotations?: TextMap;
  /** Send a client to the same pod again. @default None */
  readonly sessionAffinity?: 'None' | 'ClientIP';
  /**
   * Prefer endpoints near the client; `PreferSameNode` needs Kubernetes 1.34. Kubernetes 1.33 gets the older word for the
   * same zone.
   *
   * @default no preference
   */
  readonly trafficDistribution?: 'PreferSameZone' | 'PreferSameNode';
  /** Whether traffic from inside stays on the node. @default Cluster: it does not */
  readonly internalTrafficPolicy?: 'Cluster' | 'Local';
  /** Whether traffic from outside stays on the node, which keeps the client’s address. @default Cluster: it does not */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
  /** Also lead to pods that are not ready. @default false */
  readonly publishNotReadyAddresses?: boolean;
  /** Who makes the load balancer; cannot be set later. @default the cloud’s own */
  readonly loadBalancerClass?: string;
  /** CIDRs of clients that the load balancer lets in. @default all */
  readonly loadBalancerSourceRanges?: readonly string[];
  /** @default SingleStack */
  readonly ipFamilyPolicy?: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
}

/** Whose Service it is. */
export interface ServiceOwner {
  readonly name: string;
  readonly labels: TextMap;
  readonly selector: TextMap;
}

/**
 * The Service of a workload: a port for each of its containers’ ports that is not kept off it.
 *
 * @throws {BayplanError} `invalid-props` for fields that only another type of Service has, and for two ports of one
 * number; `duplicate-name` for two of one name.
 */
export function service(
  scope: Construct,
  id: string,
  owner: ServiceOwner,
  ports: readonly Port[],
  props: ServiceProps,
): ApiObject {
  const { headless = false, annotations = {}, ...spec } = props;
  const type = spec.type ?? 'ClusterIP';
  if (headless && type !== 'ClusterIP') misuse(scope, `the Service is headless and of type ${type}`, 'choose one');
  checkTypeFields(scope, type, spec);
  const exposed = servicePorts(scope, type, ports);
  if (!exposed && !headless) misuse(scope, 'the Service has no ports', 'declare a port, and keep it on the Service');
  const sessionAffinity = spec.sessionAffinity === 'None' ? undefined : spec.sessionAffinity;
  return kubeObject<Service>(scope, id, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: owner.name,
      labels: owner.labels,
      annotations: checkedAnnotations(scope, 'the annotations of the Service', annotations),
    },
    spec: {
      ...spec,
      type,
      trafficDistribution: trafficDistribution(scope, spec.trafficDistribution),
      clusterIP: headless ? 'None' : undefined,
      sessionAffinity,
      selector: owner.selector,
      ports: exposed,
    },
  });
}

function trafficDistribution(scope: Construct, wish: ServiceProps['trafficDistribution']): string | undefined {
  if (wish === undefined || clusterOf(scope).kubernetes !== '1.33') return wish;
  if (wish === 'PreferSameZone') return 'PreferClose';
  return misuse(
    scope,
    'trafficDistribution is PreferSameNode, and the cluster has Kubernetes 1.33',
    'use PreferSameZone',
  );
}

const LOAD_BALANCER_FIELDS = ['loadBalancerClass', 'loadBalancerSourceRanges'] as const;

function checkTypeFields(scope: Construct, type: string, spec: ServiceSpec): void {
  for (const field of LOAD_BALANCER_FIELDS) {
    if (spec[field] === undefined || type === 'LoadBalancer') continue;
    misuse(scope, `the Service has ${field} and is of type ${type}`, 'make it a LoadBalancer, or leave the field out');
  }
  if (spec.externalTrafficPolicy !== undefined && type === 'ClusterIP') {
    const fix = 'make it a NodePort or LoadBalancer, or leave the field out';
    misuse(scope, 'the Service has externalTrafficPolicy and is of type ClusterIP', fix);
  }
}

function servicePorts(scope: Construct, type: string, ports: readonly Port[]): readonly ServicePort[] | undefined {
  const wire: ServicePort[] = [];
  for (const port of ports) {
    if (port.servicePort === 'none') continue;
    const { name, servicePort, protocol, appProtocol, nodePort } = port;
    if (nodePort !== undefined && type === 'ClusterIP') {
      misuse(scope, `port "${name}" has a node port, and the Service is of type ClusterIP`, 'make it a NodePort');
    }
    for (const other of wire) {
      if (other.name === name) {
        const fix = "rename one, or keep it off the Service with servicePort: 'none'";
        misuse(scope, `two containers have a port named "${name}"`, fix, 'duplicate-name');
      }
      if (other.port === servicePort && other.protocol === protocol) {
        misuse(
          scope,
          `ports "${other.name}" and "${name}" share the service port ${servicePort}`,
          'change one of them',
        );
      }
    }
    // By name, so that the number behind it may change while old pods still listen on the old one.
    wire.push({ name, port: servicePort, targetPort: name, protocol, appProtocol, nodePort });
  }
  return wire.length > 0 ? wire : undefined;
}
