import type { Cluster } from '../../facts/cluster';
import type { KubeObject } from '../../objects/kube-object';
import type { ClusterDelivery, DeliveredFolder } from '../cluster-delivery';
import { componentFolders } from '../component-folders';
import { deliveredObject } from '../delivered-object';
import { DELIVERY } from '../delivery-name';
import type { ComponentGraph, GraphNode } from '../graph/component-graph';
import { bootstrapPath, componentPath, deliveryPath } from '../paths';
import { annotatedForFlux } from './annotated-for-flux';
import { helmObjects } from './helm-objects';
import { componentKustomization, rootKustomization } from './kustomization';
import { sourceObject } from './source-object';

/** The dialect of Flux: one Kustomization a component, ordered by `dependsOn`. */
export function deliverWithFlux(cluster: Cluster, graph: ComponentGraph): Pick<ClusterDelivery, 'folders' | 'files'> {
  const charts = graph.nodes.flatMap((node) => chartFolder(cluster, node));
  const kustomizations = graph.nodes.map((node) =>
    componentKustomization(
      cluster,
      node,
      node.rendered.helm ? chartPath(cluster, node) : componentPath(cluster.name, node.name),
    ),
  );
  const bootstrap = [sourceObject(cluster), rootKustomization(cluster)].map(deliveredObject);
  return {
    folders: [
      ...componentFolders(cluster, graph, annotatedForFlux, true),
      ...charts,
      deliveryFolder(cluster, deliveryPath(cluster.name), kustomizations),
    ],
    files: [{ path: bootstrapPath(cluster.name), cluster: cluster.name, objects: bootstrap }],
  };
}

/**
 * A HelmRelease waits for other HelmReleases only. In a folder and Kustomization of its own, which is ready when the
 * release is, it waits for anything and anything waits for it.
 */
function chartFolder(cluster: Cluster, node: GraphNode): readonly DeliveredFolder[] {
  const { helm } = node.rendered;
  if (!helm) return [];
  return [deliveryFolder(cluster, chartPath(cluster, node), helmObjects(cluster, node, helm))];
}

function deliveryFolder(cluster: Cluster, path: string, objects: readonly KubeObject[]): DeliveredFolder {
  return {
    path,
    cluster: cluster.name,
    component: DELIVERY,
    namespace: cluster.delivery.namespace,
    grain: cluster.delivery.grain,
    objects: objects.map(deliveredObject),
    kustomization: { resources: [] },
  };
}

function chartPath(cluster: Cluster, { name }: GraphNode): string {
  return `${deliveryPath(cluster.name)}/${name}`;
}
