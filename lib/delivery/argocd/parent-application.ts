import type { ApplicationSetSpecTemplateSpec } from '../../../imports/argoproj.io.types';
import type { Cluster } from '../../facts/cluster';
import type { GitSource } from '../../facts/delivery';
import type { KubeObject } from '../../objects/kube-object';
import { DELIVERY } from '../delivery-name';
import { CLUSTER_LABEL, MANAGED_BY } from '../labels';
import { deliveryPath, sourcePath } from '../paths';
import type { HubPlace } from './hub-place';
import { COMPARE_ON_SERVER, ONLY_OWN_FOLDER, syncPolicy } from './sync-policy';

/** The folder of a cluster’s Applications in the tree of its hub. */
export function applicationsPath(hub: string, cluster: string): string {
  return `${deliveryPath(hub)}/${cluster}`;
}

/**
 * The Application that delivers the Applications of one cluster, in waves.
 *
 * It has no finalizer: a cluster that leaves the fleet loses this Application and nothing else.
 */
export function parentApplication({ cluster, hub, git }: HubPlace): KubeObject {
  return folderApplication(hub, git, cluster.name, applicationsPath(hub.name, cluster.name), {
    [CLUSTER_LABEL]: cluster.name,
  });
}

/** The Application that delivers the parents of all clusters of a hub. A person applies it, once. */
export function rootApplication(hub: Cluster, git: GitSource['git']): KubeObject {
  return folderApplication(hub, git, DELIVERY, deliveryPath(hub.name), {});
}

function folderApplication(
  hub: Cluster,
  git: GitSource['git'],
  name: string,
  path: string,
  labels: Readonly<Record<string, string>>,
): KubeObject {
  const { namespace, destination } = hub.delivery;
  const spec = {
    project: DELIVERY,
    destination: { name: destination, namespace },
    source: { repoURL: git.url, targetRevision: git.revision, path: sourcePath({ git }, path) },
    syncPolicy: syncPolicy(),
  } satisfies ApplicationSetSpecTemplateSpec;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace,
      labels: { ...MANAGED_BY, ...labels },
      annotations: { ...COMPARE_ON_SERVER, ...ONLY_OWN_FOLDER },
    },
    spec,
  };
}
