import type { Cluster } from '../../facts/cluster';
import type { ClusterDelivery, DeliveredFile, DeliveredFolder } from '../cluster-delivery';
import { componentFolders } from '../component-folders';
import { deliveredObject } from '../delivered-object';
import { DELIVERY } from '../delivery-name';
import type { FleetView } from '../fleet-view';
import type { ComponentGraph } from '../graph/component-graph';
import { scaledComponents } from '../graph/scaled-components';
import { bootstrapPath, deliveryPath } from '../paths';
import { annotatedForArgoCd } from './annotated-for-argocd';
import { appProject } from './app-project';
import { application } from './application';
import { applicationSet } from './application-set';
import { hubBootstrap } from './bootstrap';
import { type HubPlace, hubPlace } from './hub-place';
import { applicationsPath, parentApplication } from './parent-application';

/** The dialect of Argo CD: Applications in the tree of the hub, ordered by sync waves or by RollingSync. */
export function deliverWithArgoCd(
  fleet: FleetView,
  cluster: Cluster,
  graph: ComponentGraph,
): Pick<ClusterDelivery, 'folders' | 'files'> {
  const place = hubPlace(fleet, cluster);
  if (!place) return { folders: [], files: [] };
  const own = componentFolders(cluster, graph, annotatedForArgoCd);
  return { folders: [...own, ...hubFolders(place, graph)], files: bootstrapFiles(fleet, place) };
}

function hubFolders(place: HubPlace, { nodes }: ComponentGraph): readonly DeliveredFolder[] {
  const { cluster, hub } = place;
  const scaled = scaledComponents(nodes);
  const applications =
    cluster.delivery.order === 'strict'
      ? [applicationSet(place, nodes, scaled)]
      : nodes.map((node) => application(place, node, scaled.get(node.name) ?? []));
  const common = { cluster: hub.name, component: DELIVERY, namespace: hub.delivery.namespace };
  return [
    {
      ...common,
      path: deliveryPath(hub.name),
      // One file a cluster, whatever the grain: clusters are written one by one.
      grain: 'object',
      objects: [deliveredObject(parentApplication(place))],
    },
    {
      ...common,
      path: applicationsPath(hub.name, cluster.name),
      grain: cluster.delivery.grain,
      objects: [appProject(place, nodes), ...applications].map(deliveredObject),
    },
  ];
}

function bootstrapFiles(fleet: FleetView, { cluster, hub, git }: HubPlace): readonly DeliveredFile[] {
  if (cluster.name !== hub.name) return [];
  const objects = hubBootstrap(fleet, hub, git).map(deliveredObject);
  return [{ path: bootstrapPath(hub.name), cluster: hub.name, objects }];
}
