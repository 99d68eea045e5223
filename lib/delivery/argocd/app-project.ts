import type { AppProjectSpec } from '../../../imports/argoproj.io';
import { compareBy, compareText } from '../../core/compare';
import type { KubeObject } from '../../objects/kube-object';
import type { GraphNode } from '../graph/component-graph';
import type { KindName } from '../graph/definitions';
import { CLUSTER_LABEL, MANAGED_BY } from '../labels';
import type { Wire } from '../wire';
import { destinationNamespace } from './application';
import { chartRepository } from './chart-source';
import type { HubPlace } from './hub-place';

const compareKinds = compareBy<KindName>(
  ({ group }) => group,
  ({ kind }) => kind,
);

/**
 * The AppProject of a cluster: its Applications may read these repositories, write to these namespaces of this cluster,
 * and to these kinds outside namespaces, and to nothing else.
 *
 * What the charts of delegated components hold is not known here. With one of them, all kinds outside namespaces are
 * allowed, and the namespaces that the cluster lists as externals.
 */
export function appProject({ cluster, hub, git }: HubPlace, nodes: readonly GraphNode[]): KubeObject {
  const charts = nodes.flatMap(({ rendered }) => rendered.helm ?? []);
  const kinds = charts.length > 0 ? [{ group: '*', kind: '*' }] : clusterScopedKinds(nodes);
  const spec = {
    description: `What Bayplan delivers to ${cluster.name}`,
    sourceRepos: distinct([git.url, ...charts.map(({ repository }) => chartRepository(repository))]),
    destinations: destinations(cluster.delivery.destination, [
      ...nodes.flatMap(({ namespaces }) => namespaces),
      ...(charts.length > 0
        ? cluster.externals.filter(({ kind }) => kind === 'Namespace').map(({ name }) => name)
        : []),
      ...nodes.map((node) => destinationNamespace(node) ?? ''),
    ]),
    ...(kinds.length > 0 ? { clusterResourceWhitelist: kinds } : {}),
  } satisfies Wire<AppProjectSpec>;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name: cluster.name,
      namespace: hub.delivery.namespace,
      labels: { ...MANAGED_BY, [CLUSTER_LABEL]: cluster.name },
      // Before the Applications that need it, and pruned after them.
      annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
    },
    spec,
  };
}

/** An entry without namespace allows Applications that are bound to none, and no namespace. */
function destinations(name: string, namespaces: readonly string[]): readonly Readonly<Record<string, string>>[] {
  return distinct(namespaces).map((namespace) => (namespace === '' ? { name } : { name, namespace }));
}

function clusterScopedKinds(nodes: readonly GraphNode[]) {
  const kinds = new Map<string, KindName>();
  for (const { facts } of nodes) {
    for (const [key, use] of facts.kinds) if (use.clusterScoped) kinds.set(key, use);
  }
  return [...kinds.values()].sort(compareKinds).map(({ group, kind }) => ({ group, kind }));
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(compareText);
}
