import { stringify } from 'yaml';
import type { ClusterDelivery } from '../../lib/delivery/cluster-delivery';
import { deliverCluster } from '../../lib/delivery/deliver-cluster';
import type { FleetView } from '../../lib/delivery/fleet-view';
import { KUSTOMIZATION_FILE, kustomizationFile } from '../../lib/delivery/kustomization-file';
import type { Cluster } from '../../lib/facts/cluster';
import type { KubeObject } from '../../lib/objects/kube-object';
import type { RenderedComponent } from '../../lib/render/rendered-component';

/** What delivery sees of a fleet. */
function fleetView(clusters: readonly Cluster[], components: readonly string[] = []): FleetView {
  return { name: 'harbour', clusters, components, provenance: () => ({ layer: 'cluster' }) };
}

/** Delivers the first cluster of a fleet, whose components are the given ones and `others`. */
export function deliver(
  clusters: Cluster | readonly [Cluster, ...Cluster[]],
  components: readonly RenderedComponent[],
  others: readonly string[] = [],
): ClusterDelivery {
  const [first, ...rest] = 'name' in clusters ? [clusters] : clusters;
  const names = components.map(({ component }) => component.name);
  return deliverCluster(fleetView([first, ...rest], [...names, ...others]), first, components);
}

/** All objects that delivery makes itself, of one kind when it is named. */
export function deliveryObjects({ folders, files }: ClusterDelivery, kind?: string): readonly KubeObject[] {
  return [...folders.filter(({ component }) => component === 'delivery'), ...files]
    .flatMap(({ objects }) => objects.map(({ object }) => object))
    .filter((object) => kind === undefined || object.kind === kind);
}

/** The objects of a component as its engine gets them. */
export function objectsOf({ folders }: ClusterDelivery, component: string): readonly KubeObject[] {
  return folders
    .filter((folder) => folder.component === component)
    .flatMap(({ objects }) => objects.map(({ object }) => object));
}

/** The tree as it would be written at grain `object`: each path, and below it the YAML. */
export function treeOf({ folders, files }: ClusterDelivery): string {
  const tree: string[] = [];
  const write = (path: string, ...documents: readonly unknown[]): void => {
    const text = documents.map((document) => stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }));
    tree.push(`# ${path}\n${text.join('---\n')}`);
  };
  for (const { path, objects, kustomization } of folders) {
    const names = objects.map(({ object }) => `${object.kind}-${object.metadata.name}.yaml`.toLowerCase());
    for (const [index, { object }] of objects.entries()) write(`${path}/${names[index]}`, object);
    if (kustomization)
      write(`${path}/${KUSTOMIZATION_FILE}`, kustomizationFile([...names, ...kustomization.resources]));
  }
  for (const { path, objects } of files) write(path, ...objects.map(({ object }) => object));
  return `\n${tree.join('\n')}`;
}
