import { join } from 'node:path';
import { components } from '../../fleet/components';
import type { Finding } from '../../lib/core/finding';
import type { Cluster } from '../../lib/facts/cluster';
import type { KubeObject } from '../../lib/objects/kube-object';
import { renderComponent } from '../../lib/render/render-component';
import { shippedFleet } from './shipped-fleet';

/** One cluster of the shipped fleet with everything that its components render. */
export interface RenderedCluster {
  readonly name: string;
  readonly cluster: Cluster;
  readonly components: readonly string[];
  readonly objects: readonly KubeObject[];
  readonly findings: readonly Finding[];
}

const project = join(__dirname, '../..');

/** Renders the shipped fleet, cluster by cluster. */
export function renderedFleet(): readonly RenderedCluster[] {
  return shippedFleet().map((cluster) => {
    const selected = components.filter(({ selects }) => selects(cluster));
    const renderings = selected.map((component) =>
      renderComponent(component, cluster, { project, own: join(project, 'lib') }),
    );
    return {
      name: cluster.name,
      cluster,
      components: selected.map(({ name }) => name),
      objects: renderings.flatMap(({ objects }) => objects.map(({ object }) => object)),
      findings: renderings.flatMap(({ findings }) => findings),
    };
  });
}
