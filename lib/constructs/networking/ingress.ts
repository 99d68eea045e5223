import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Ingress } from '../../../imports/k8s';
import { kubeObject } from '../kube-object';
import { checkedAnnotations } from '../validation/checked-labels';
import { checkedName } from '../validation/checked-name';
import { misuse } from '../validation/misuse';
import { checkedHosts, checkedPath, type ExposedService, type ExposureProps, exposedPort } from './exposure';

/** Exposure of a workload by an Ingress. */
export interface IngressProps extends ExposureProps {
  /** Host names; `*.example.com` stands for one more label. */
  readonly hosts: readonly [string, ...string[]];
  /** @default / */
  readonly path?: string;
  /** How the path is compared. @default Prefix */
  readonly pathType?: 'Prefix' | 'Exact' | 'ImplementationSpecific';
  /** Name of the IngressClass. @default the cluster’s default class */
  readonly className?: string;
  /** TLS for all hosts, with the certificate of a Secret, or else with the controller’s own. @default no TLS */
  readonly tls?: { readonly secret?: string };
}

/**
 * An Ingress that leads hosts to a workload’s Service.
 *
 * @throws {BayplanError} `invalid-name` or `invalid-props`
 */
export function ingress(scope: Construct, service: ExposedService, props: IngressProps): ApiObject {
  const { path = '/', pathType = 'Prefix', className, tls } = props;
  const hosts = checkedHosts(scope, 'the Ingress', props.hosts);
  if (hosts.length === 0) misuse(scope, 'the Ingress has no hosts', 'give at least one');
  const backend = {
    service: { name: service.name, port: { name: exposedPort(scope, 'the Ingress', service, props.port).name } },
  };
  const paths = [{ path: checkedPath(scope, 'the Ingress', path), pathType, backend }];
  return kubeObject<Ingress>(scope, 'ingress', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: service.name,
      labels: service.labels,
      annotations: checkedAnnotations(scope, 'the annotations of the Ingress', props.annotations ?? {}),
    },
    spec: {
      ingressClassName:
        className === undefined ? undefined : checkedName(scope, 'the Ingress class', className, 'subdomain'),
      rules: hosts.map((host) => ({ host, http: { paths } })),
      tls: tls && [{ hosts, secretName: tls.secret && checkedName(scope, 'the Secret', tls.secret, 'subdomain') }],
    },
  });
}
