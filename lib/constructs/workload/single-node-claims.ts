import type { Volumes } from './volumes';

/**
 * Names of claims that only one node, or one pod, can hold at a time, as far as their access modes are known.
 *
 * The scheduler does not look at this: a second pod on another node is placed, and then hangs at attaching the volume.
 */
export function singleNodeClaims(volumes: Volumes): readonly string[] {
  return Object.values(volumes).flatMap((source) => {
    if (!('claim' in source) || typeof source.claim === 'string') return [];
    const { name, accessModes = [] } = source.claim;
    return accessModes.length > 0 && !accessModes.some((mode) => mode.endsWith('Many')) ? [name] : [];
  });
}
