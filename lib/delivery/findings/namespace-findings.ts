import { compareText } from '../../core/compare';
import type { Finding } from '../../core/finding';
import { nearest } from '../../core/nearest';
import type { Cluster } from '../../facts/cluster';
import { runsEngine } from '../fleet-view';
import type { ComponentGraph } from '../graph/component-graph';
import { objectLabel } from '../graph/edge';
import { findingObject } from './finding-object';

/**
 * Namespaces that every cluster has.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces
 */
const INITIAL: readonly string[] = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

/** Namespaces with no owner or with several, and objects that name no namespace though their kind needs one. */
export function namespaceFindings(cluster: Cluster, graph: ComponentGraph): readonly Finding[] {
  return [...unowned(cluster, graph), ...ownedTwice(cluster, graph), ...homeless(cluster, graph)];
}

function unowned(cluster: Cluster, { nodes, offers }: ComponentGraph): readonly Finding[] {
  const given = givenNamespaces(cluster);
  const users = new Map<string, string[]>();
  for (const { name, namespaces } of nodes) {
    for (const namespace of namespaces) {
      if (given.has(namespace) || offers.namespaces.has(namespace)) continue;
      users.set(namespace, [...(users.get(namespace) ?? []), name]);
    }
  }
  return [...users].map(([namespace, unsorted]) => {
    const names = unsorted.toSorted(compareText);
    const guess = nearest(namespace, [...offers.namespaces.keys(), ...given]);
    return {
      check: 'namespace-owner',
      severity: 'error',
      cluster: cluster.name,
      component: names[0] ?? '',
      message: `namespace "${namespace}" has no owner, and ${names.join(', ')} ${names.length > 1 ? 'need' : 'needs'} it`,
      fix: guess
        ? `did you mean "${guess}"? Else let one component own it: namespace: { name: '${namespace}' }`
        : `let one component own it, namespace: { name: '${namespace}' }, or list it in externals: { kind: Namespace, name: ${namespace} }`,
    };
  });
}

/** Namespaces that exist without a component: initial ones, externals, and the engine’s own where it runs. */
function givenNamespaces(cluster: Cluster): ReadonlySet<string> {
  const given = new Set(INITIAL);
  if (runsEngine(cluster)) given.add(cluster.delivery.namespace);
  for (const { kind, name } of cluster.externals) if (kind === 'Namespace') given.add(name);
  return given;
}

function ownedTwice(cluster: Cluster, { offers }: ComponentGraph): readonly Finding[] {
  return [...offers.namespaces]
    .filter(([, owners]) => owners.length > 1)
    .map(([namespace, unsorted]) => [namespace, unsorted.toSorted(compareText)] as const)
    .map(([namespace, owners]) => ({
      check: 'namespace-owner',
      severity: 'error',
      cluster: cluster.name,
      component: owners[0] ?? '',
      message: `namespace "${namespace}" has ${owners.length} owners: ${owners.join(', ')}`,
      fix: `let one of them own it, and let the others only name it: namespace: '${namespace}'`,
    }));
}

function homeless(cluster: Cluster, { nodes }: ComponentGraph): readonly Finding[] {
  return nodes.flatMap(({ name, facts }) =>
    facts.homeless.map(({ object, path }) => ({
      check: 'namespace-owner',
      severity: 'error',
      cluster: cluster.name,
      component: name,
      path,
      object: findingObject(cluster.name, name, object),
      pointer: '/metadata/namespace',
      message: `${objectLabel(object)} names no namespace, and neither does its component`,
      fix: `give the component a namespace, or the object a metadata.namespace`,
    })),
  );
}
