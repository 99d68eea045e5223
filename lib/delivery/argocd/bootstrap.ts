import type { AppProjectSpec } from '../../../imports/argoproj.io';
import { compareText } from '../../core/compare';
import type { Cluster } from '../../facts/cluster';
import type { GitSource } from '../../facts/delivery';
import type { KubeObject } from '../../objects/kube-object';
import { DELIVERY } from '../delivery-name';
import { clustersOf, type FleetView } from '../fleet-view';
import { MANAGED_BY } from '../labels';
import type { Wire } from '../wire';
import { APPLICATION_HEALTH, APPLICATION_HEALTH_KEY } from './application-health';
import { rootApplication } from './parent-application';

/**
 * What a person applies to a hub, once, in this order: settings of Argo CD that the order needs, the AppProject of the
 * Applications that deliver Applications, and the first of them.
 */
export function hubBootstrap(fleet: FleetView, hub: Cluster, git: GitSource['git']): readonly KubeObject[] {
  const clusters = clustersOf(fleet, hub);
  const strict = clusters.some(({ delivery }) => delivery.order === 'strict');
  return [
    settings(hub, 'argocd-cm', { [APPLICATION_HEALTH_KEY]: APPLICATION_HEALTH }),
    ...(strict
      ? [settings(hub, 'argocd-cmd-params-cm', { 'applicationsetcontroller.enable.progressive.syncs': 'true' })]
      : []),
    deliveryProject(hub, clusters),
    rootApplication(hub, git),
  ];
}

/**
 * A part of a ConfigMap of Argo CD: server-side apply leaves the other keys alone. The labels are those by which Argo CD
 * finds its settings, equal to what its installation writes.
 */
function settings(hub: Cluster, name: string, data: Readonly<Record<string, string>>): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name,
      namespace: hub.delivery.namespace,
      labels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'argocd' },
    },
    data,
  };
}

/** The Applications of this project may write Applications and AppProjects on the hub, and so anything: only we use it. */
function deliveryProject(hub: Cluster, clusters: readonly Cluster[]): KubeObject {
  const { namespace, destination } = hub.delivery;
  const urls = clusters.flatMap(({ delivery: { source } }) => ('git' in source ? [source.git.url] : []));
  const spec = {
    description: 'What Bayplan delivers to this hub: the Applications of its clusters',
    sourceRepos: [...new Set(urls)].sort(compareText),
    destinations: [{ name: destination, namespace }],
    namespaceResourceWhitelist: ['AppProject', 'Application', 'ApplicationSet'].map((kind) => ({
      group: 'argoproj.io',
      kind,
    })),
  } satisfies Wire<AppProjectSpec>;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: DELIVERY, namespace, labels: MANAGED_BY },
    spec,
  };
}
