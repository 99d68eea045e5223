/**
 * What delivery calls its own things: the folder in a cluster’s tree, and, in the engine’s namespace, the source, the root
 * Kustomization, and on a hub the root Application and its AppProject. No component and no cluster of a hub may have it.
 */
export const DELIVERY = 'delivery';
