import { type App, metadataOf, selectorOf } from './app';
import type { Manifest } from './manifest';

export function service(app: App): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf(app),
    spec: {
      type: 'ClusterIP',
      selector: selectorOf(app.name),
      ports: [
        { name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' },
        { name: 'metrics', port: 9090, targetPort: 'metrics', protocol: 'TCP' },
      ],
    },
  };
}

export function networkPolicy(app: App): Manifest {
  const namespace = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadataOf(app),
    spec: {
      podSelector: { matchLabels: selectorOf(app.name) },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        { from: [namespace('gateway')], ports: [{ port: 8080, protocol: 'TCP' }] },
        { from: [namespace('monitoring')], ports: [{ port: 9090, protocol: 'TCP' }] },
      ],
      egress: [
        {
          to: [{ ...namespace('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
          ports: [
            { port: 53, protocol: 'UDP' },
            { port: 53, protocol: 'TCP' },
          ],
        },
      ],
    },
  };
}
