import type { Cluster } from '../../facts/cluster';
import { annotatedObjects } from '../annotated-objects';
import type { ClusterDelivery } from '../cluster-delivery';
import { componentFolders } from '../component-folders';
import { DELIVERY } from '../delivery-name';
import type { ComponentGraph } from '../graph/component-graph';
import { deliveryPath } from '../paths';

const inOrder = annotatedObjects(() => ({}));

/** No engine: a person applies `delivery`, whose `kustomization.yaml` names the folders of the components in order. */
export function deliverWithoutEngine(
  cluster: Cluster,
  graph: ComponentGraph,
): Pick<ClusterDelivery, 'folders' | 'files'> {
  const components = componentFolders(cluster, graph, inOrder, true);
  return {
    folders: [
      ...components,
      {
        path: deliveryPath(cluster.name),
        cluster: cluster.name,
        component: DELIVERY,
        namespace: '',
        grain: cluster.delivery.grain,
        objects: [],
        kustomization: { resources: components.map(({ component }) => `../${component}`) },
      },
    ],
    files: [],
  };
}
