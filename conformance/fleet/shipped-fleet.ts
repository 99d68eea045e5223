import { join } from 'node:path';
import { components } from '../../fleet/components';
import { compareText } from '../../lib/core/compare';
import { deliverCluster } from '../../lib/delivery/deliver-cluster';
import type { FleetView } from '../../lib/delivery/fleet-view';
import type { Cluster } from '../../lib/facts/cluster';
import { readFleet } from '../../lib/facts/read-fleet';
import type { KubeObject } from '../../lib/objects/kube-object';
import { renderComponent } from '../../lib/render/render-component';
import { type DeliveredDocument, documentsOf } from './delivered-document';

/** The repository. */
export const PROJECT = join(__dirname, '../..');

/** A cluster of the shipped fleet with what `dist` brings to it. */
export interface ShippedCluster {
  readonly cluster: Cluster;
  /** In the order of delivery: component by component, what delivery makes last, each as its bytes stand in `dist`. */
  readonly documents: readonly DeliveredDocument[];
}

/** The shipped fleet. Only order and origin come from rendering; what is judged is read from `dist`. */
export function shippedFleet(): readonly ShippedCluster[] {
  const { fleet, findings } = readFleet(join(PROJECT, 'fleet/fleet.yaml'), 'fleet/fleet.yaml');
  if (!fleet) throw new Error(JSON.stringify(findings, null, 2));
  const view: FleetView = { ...fleet, components: components.map(({ name }) => name) };
  const deliveries = fleet.clusters.map((cluster) => deliver(view, cluster));
  const folders = deliveries.flatMap((delivery) => delivery.folders.flatMap(documentsOf));
  const files = deliveries.flatMap((delivery) => delivery.files.flatMap(documentsOf));
  // What a person applies by hand comes last here: an engine that found it would deliver the rest by itself.
  const all = [...folders, ...files];
  return fleet.clusters.map((cluster) => ({
    cluster,
    documents: onceEach(all.filter(({ place }) => place === cluster.name)),
  }));
}

function deliver(view: FleetView, cluster: Cluster) {
  const rendered = components
    .filter(({ selects }) => selects(cluster))
    .toSorted((a, b) => compareText(a.name, b.name))
    .map((component) => {
      const { objects, ...rest } = renderComponent(component, cluster, { project: PROJECT, own: join(PROJECT, 'lib') });
      return { component, objects, ...rest };
    });
  return deliverCluster(view, cluster, rendered);
}

/** What delivery holds twice, in a folder and in the bootstrap file, is applied once. */
function onceEach(documents: readonly DeliveredDocument[]): readonly DeliveredDocument[] {
  const key = ({ object }: DeliveredDocument): string => identityKey(object);
  return documents.filter((document, index) => documents.findIndex((other) => key(other) === key(document)) === index);
}

function identityKey({ apiVersion, kind, metadata: { namespace, name } }: KubeObject): string {
  return [apiVersion, kind, namespace, name].join(' ');
}
