import type { Finding } from '../../core/finding';
import { nearest } from '../../core/nearest';
import type { Cluster } from '../../facts/cluster';
import { groupOf } from '../../objects/kube-object';
import { runsEngine } from '../fleet-view';
import type { ComponentGraph } from '../graph/component-graph';
import type { KindName } from '../graph/definitions';
import { objectLabel } from '../graph/edge';
import { type KindUse, kindKey } from '../graph/object-facts';
import { resourceNames } from '../resource-names';
import { findingObject } from './finding-object';

/**
 * Groups whose kinds an installation of the engine brings.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/ and https://fluxcd.io/flux/components/
 */
const ENGINE_GROUPS = {
  argocd: /^argoproj\.io$/,
  flux: /^(source|kustomize|helm|notification)\.toolkit\.fluxcd\.io$/,
  none: undefined,
} as const;

/**
 * Groups whose kinds OpenShift brings.
 *
 * @see https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/api_overview/
 */
const OPENSHIFT_GROUPS = /(^|\.)openshift\.io$|^(operators|monitoring)\.coreos\.com$|^snapshot\.storage\.k8s\.io$/;

/** Custom kinds that nothing makes known: the API server would refuse their objects. */
export function providerFindings(cluster: Cluster, graph: ComponentGraph): readonly Finding[] {
  return graph.nodes.flatMap(({ name, facts }) =>
    [...facts.kinds.values()]
      .filter((use) => !use.builtIn && !isOffered(use, graph) && !isGiven(use, cluster))
      .map((use) => missing(cluster.name, name, use, graph)),
  );
}

function isOffered(kind: KindName, { offers }: ComponentGraph): boolean {
  return offers.kinds.has(kindKey(kind)) || offers.groups.has(kind.group);
}

/** Whether the engine, the platform or an external brings the kind. */
function isGiven({ group, kind }: KindName, cluster: Cluster): boolean {
  if (runsEngine(cluster) && ENGINE_GROUPS[cluster.delivery.engine]?.test(group)) return true;
  if (cluster.platform === 'openshift' && OPENSHIFT_GROUPS.test(group)) return true;
  return cluster.externals.some((external) => {
    if (external.kind === 'CustomResourceDefinition') {
      return resourceNames(kind).some((name) => external.name === `${name}.${group}`);
    }
    if (external.kind === 'APIService') return external.name.slice(external.name.indexOf('.') + 1) === group;
    return external.kind === kind && (external.apiVersion === undefined || groupOf(external.apiVersion) === group);
  });
}

function missing(cluster: string, component: string, { group, kind, first }: KindUse, graph: ComponentGraph): Finding {
  const offered = [...graph.offers.kinds.keys()];
  const guess = nearest(kindKey({ group, kind }), offered);
  const name = `${resourceNames(kind)[0]}.${group}`;
  return {
    check: 'missing-provider',
    severity: 'error',
    cluster,
    component,
    path: first.path,
    object: findingObject(cluster, component, first.object),
    pointer: '/kind',
    message: `${objectLabel(first.object)} is of ${first.object.apiVersion}, a kind that nothing provides`,
    fix: guess
      ? `did you mean ${guess}?`
      : `select the component that renders its CustomResourceDefinition or names it in provides, or list it in externals: { kind: CustomResourceDefinition, name: ${name} }`,
  };
}
