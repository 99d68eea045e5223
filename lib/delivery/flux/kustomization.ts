import type { KustomizationSpec } from '../../../imports/kustomize.toolkit.fluxcd.io';
import type { Cluster } from '../../facts/cluster';
import type { KubeObject } from '../../objects/kube-object';
import { DELIVERY } from '../delivery-name';
import type { GraphNode } from '../graph/component-graph';
import { COMPONENT_LABEL, MANAGED_BY } from '../labels';
import { deliveryPath, sourcePath } from '../paths';
import type { Wire } from '../wire';

const API = { apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization' } as const;

/** Drift is looked for every hour, a failure is tried again after two minutes; a new revision starts at once. */
const RHYTHM = { interval: '1h', retryInterval: '2m', timeout: '5m' } as const;

/**
 * The Kustomization of a component: applied once all that it depends on is ready, and ready once all that it applied is.
 *
 * @param path - Its folder, relative to the output folder.
 */
export function componentKustomization(cluster: Cluster, node: GraphNode, path: string): KubeObject {
  const { namespace, serviceAccount } = cluster.delivery;
  const dependsOn = node.dependsOn.map(({ to }) => ({ name: to }));
  const spec = {
    ...RHYTHM,
    prune: true,
    wait: true,
    ...source(cluster, path),
    ...(dependsOn.length > 0 ? { dependsOn } : {}),
    ...(serviceAccount === undefined ? {} : { serviceAccountName: serviceAccount }),
    ...(node.facts.encrypted ? { decryption: { provider: 'sops' } } : {}),
  } satisfies Wire<KustomizationSpec>;
  return {
    ...API,
    metadata: { name: node.name, namespace, labels: { ...MANAGED_BY, [COMPONENT_LABEL]: node.name } },
    spec,
  };
}

/**
 * The Kustomization that applies the Kustomizations of all components. A person applies it, once.
 *
 * It does not wait, so that a new revision reaches the components while an old one is still not ready. When somebody
 * deletes it, what it applied stays.
 */
export function rootKustomization(cluster: Cluster): KubeObject {
  const spec = {
    ...RHYTHM,
    prune: true,
    deletionPolicy: 'Orphan',
    ...source(cluster, deliveryPath(cluster.name)),
  } satisfies Wire<KustomizationSpec>;
  return { ...API, metadata: { name: DELIVERY, namespace: cluster.delivery.namespace, labels: MANAGED_BY }, spec };
}

function source({ delivery }: Cluster, path: string) {
  const kind = 'git' in delivery.source ? 'GitRepository' : 'OCIRepository';
  return { path: `./${sourcePath(delivery.source, path)}`, sourceRef: { kind, name: DELIVERY } } as const;
}
