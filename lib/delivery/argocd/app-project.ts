import type { AppProjectSpec } from '../../../imports/argoproj.io';
import { compareText } from '../../core/compare';
import type { KubeObject } from '../../objects/kube-object';
import type { GraphNode } from '../graph/component-graph';
import { CLUSTER_LABEL, MANAGED_BY } from '../labels';
import type { Wire } from '../wire';
import { chartRepository } from './chart-source';
import type { HubPlace } from './hub-place';

/**
 * The AppProject of a cluster: its Applications may read these repositories and write to this cluster, and to nothing
 * else; on the hub, not where Argo CD itself lives, because whoever writes Applications may write anything.
 *
 * Namespaces and kinds are not listed one by one. Argo CD deletes nothing that the project does not allow: a list that
 * gets shorter together with a component would leave the component’s objects behind.
 *
 * @see https://github.com/argoproj/argo-cd/blob/v3.1.0/controller/appcontroller.go `getPermittedAppLiveObjects`
 */
export function appProject({ cluster, hub, git }: HubPlace, nodes: readonly GraphNode[]): KubeObject {
  const charts = nodes.flatMap(({ rendered }) => rendered.helm ?? []);
  const sources = [git.url, ...charts.map(({ repository }) => chartRepository(repository))];
  const { namespace } = hub.delivery;
  const keepsOut = cluster.name === hub.name && !nodes.some(({ namespaces }) => namespaces.includes(namespace));
  const spec = {
    description: `What Bayplan delivers to ${cluster.name}`,
    sourceRepos: [...new Set(sources)].sort(compareText),
    destinations: [{ name: cluster.delivery.destination, namespace: keepsOut ? `!${namespace}` : '*' }],
    clusterResourceWhitelist: [{ group: '*', kind: '*' }],
  } satisfies Wire<AppProjectSpec>;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name: cluster.name,
      namespace,
      labels: { ...MANAGED_BY, [CLUSTER_LABEL]: cluster.name },
      // Before the Applications that need it.
      annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
    },
    spec,
  };
}
