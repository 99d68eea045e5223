import type { Source } from '../facts/delivery';
import { DELIVERY } from './delivery-name';

/** A cluster’s folder, relative to the output folder. */
export function clusterPath(cluster: string): string {
  return `clusters/${cluster}`;
}

/** The folder of a rendered component, relative to the output folder. */
export function componentPath(cluster: string, component: string): string {
  return `${clusterPath(cluster)}/${component}`;
}

/** The folder of a cluster’s delivery objects, or, on a hub, those of its Argo CD. */
export function deliveryPath(cluster: string): string {
  return `${clusterPath(cluster)}/${DELIVERY}`;
}

/** The file that a person applies to a cluster, once. */
export function bootstrapPath(cluster: string): string {
  return `${clusterPath(cluster)}/bootstrap.yaml`;
}

/** A path of the output as the engine finds it in its source: below the source’s folder, without a leading `./`. */
export function sourcePath(source: Source, path: string): string {
  const folder = 'git' in source ? source.git.path : source.oci.path;
  return folder === '.' ? path : `${folder}/${path}`;
}
