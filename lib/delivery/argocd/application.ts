import type { ApplicationSetSpecTemplateSpec } from '../../../imports/argoproj.io.types';
import { compareText } from '../../core/compare';
import type { KubeObject } from '../../objects/kube-object';
import type { GraphNode } from '../graph/component-graph';
import type { ScaledWorkload } from '../graph/scaled-components';
import { CLUSTER_LABEL, COMPONENT_LABEL, MANAGED_BY } from '../labels';
import { componentPath, sourcePath } from '../paths';
import { applicationName } from './application-name';
import { chartSource } from './chart-source';
import type { HubPlace } from './hub-place';
import { COMPARE_ON_SERVER, ONLY_OWN_FOLDER, syncPolicy } from './sync-policy';

/**
 * Deleting an Application deletes what it delivered, dependents first. The form with a path, because the API server warns
 * of the other.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/
 */
export const FINALIZERS = ['resources-finalizer.argocd.argoproj.io/foreground'];

/** The Application of a component. */
export function application(place: HubPlace, node: GraphNode, scaled: readonly ScaledWorkload[]): KubeObject {
  const { metadata, spec } = applicationBody(place, node, scaled);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: applicationName(place.cluster.name, node.name),
      namespace: place.hub.delivery.namespace,
      ...metadata,
      annotations: { 'argocd.argoproj.io/sync-wave': String(node.wave), ...metadata.annotations },
    },
    spec: { project: place.cluster.name, ...spec },
  };
}

/** What an Application says that its name, its project and its order do not. */
export function applicationBody({ cluster, git }: HubPlace, node: GraphNode, scaled: readonly ScaledWorkload[]) {
  const { component, helm } = node.rendered;
  const folder = componentPath(cluster.name, node.name);
  const namespace = destinationNamespace(node);
  const spec = {
    destination: { name: cluster.delivery.destination, ...(namespace === undefined ? {} : { namespace }) },
    source: helm
      ? chartSource(component, helm)
      : { repoURL: git.url, targetRevision: git.revision, path: sourcePath(cluster.delivery.source, folder) },
    ...(scaled.length === 0
      ? { syncPolicy: syncPolicy('PruneLast=true') }
      : {
          ignoreDifferences: scaled.map(ignoredReplicas),
          syncPolicy: syncPolicy('PruneLast=true', 'RespectIgnoreDifferences=true'),
        }),
  } satisfies Omit<ApplicationSetSpecTemplateSpec, 'project'>;
  return {
    metadata: {
      labels: { ...MANAGED_BY, [CLUSTER_LABEL]: cluster.name, [COMPONENT_LABEL]: node.name },
      annotations: helm ? COMPARE_ON_SERVER : { ...COMPARE_ON_SERVER, ...ONLY_OWN_FOLDER },
      finalizers: FINALIZERS,
    },
    spec,
  };
}

/**
 * The namespace that an Application is bound to: the component’s, or the first in which it has objects; none when all of
 * them stand outside namespaces.
 */
function destinationNamespace({ rendered, namespaces }: GraphNode): string | undefined {
  return rendered.component.namespace?.name ?? namespaces.toSorted(compareText)[0];
}

function ignoredReplicas({ target: { group, kind, namespace, name } }: ScaledWorkload) {
  return { group, kind, namespace, name, jsonPointers: ['/spec/replicas'] };
}
