import { BayplanError, type Cluster, type IngressProps, type Peer, type WebServiceProps } from '../../../lib';
import { externals } from '../../traits';

/** Where the traffic of an ingress class comes from: pods of its controller, or addresses of the cloud’s balancer. */
const SOURCES: Readonly<Record<string, Peer>> = {
  // Balancers stand in the cluster’s own network and send to the pods directly.
  alb: { cidr: '10.0.0.0/8' },
  'openshift-default': {
    pods: {},
    namespaces: { matchLabels: { 'network.openshift.io/policy-group': 'ingress' } },
  },
  traefik: { namespace: 'traefik' },
};

/** Proxies and health checks of Google’s balancers. @see https://cloud.google.com/load-balancing/docs/firewall-rules */
const GOOGLE_FRONT_ENDS: readonly Peer[] = [{ cidr: '35.191.0.0/16' }, { cidr: '130.211.0.0/22' }];

/** How the shop is reached from outside: through the Gateway that the cluster has, else through its ingress class. */
export function exposure(cluster: Cluster): Partial<Pick<WebServiceProps, 'httpRoute' | 'ingress'>> {
  const host = `shop.${cluster.labels.domain}`;
  const gateway = cluster.externals.find(({ kind }) => kind === 'Gateway');
  if (gateway) {
    const { name, namespace } = gateway;
    const ref = namespace === undefined ? { name } : { name, namespace };
    return { httpRoute: { gateways: [ref], hosts: [host], through: GOOGLE_FRONT_ENDS } };
  }
  const [className] = externals(cluster, 'IngressClass');
  const source = SOURCES[className ?? ''];
  if (className === undefined || !source) {
    throw new BayplanError('invalid-props', {
      path: 'boutique',
      message: `the cluster has ${className === undefined ? 'no Gateway and no IngressClass' : `the IngressClass ${className}`} among its externals`,
      fix: `declare a Gateway or one of the IngressClasses ${Object.keys(SOURCES).join(', ')}`,
    });
  }
  return { ingress: { hosts: [host], className, through: [source], ...certificate(className) } };
}

/** Certificates: the balancer’s and the router’s own, or one of the site’s own authority. */
function certificate(className: string): Pick<IngressProps, 'annotations' | 'tls'> {
  if (className === 'alb') {
    return {
      tls: {},
      annotations: {
        'alb.ingress.kubernetes.io/scheme': 'internet-facing',
        'alb.ingress.kubernetes.io/target-type': 'ip',
        'alb.ingress.kubernetes.io/listen-ports': '[{"HTTPS":443}]',
        'alb.ingress.kubernetes.io/healthcheck-path': '/_healthz',
      },
    };
  }
  if (className === 'openshift-default') {
    return { tls: {}, annotations: { 'route.openshift.io/termination': 'edge' } };
  }
  return { tls: { secret: 'frontend-certificate' }, annotations: { 'cert-manager.io/cluster-issuer': 'internal' } };
}
