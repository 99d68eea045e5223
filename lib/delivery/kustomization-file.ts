import type { JsonObject } from '../core/json';

/** Name of the file that kubectl and Flux look for in a folder. */
export const KUSTOMIZATION_FILE = 'kustomization.yaml';

/**
 * What a `kustomization.yaml` says: the files and folders, in the order in which they are to be applied.
 *
 * Without `fifo`, kustomize would sort by kind over all folders and lose the order between components.
 *
 * @param resources - Files of the folder, and folders relative to it.
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/sortoptions/
 */
export function kustomizationFile(resources: readonly string[]): JsonObject {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
    sortOptions: { order: 'fifo' },
  };
}
