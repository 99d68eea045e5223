import type { Cluster } from '../cluster';
import type { LayeredCluster } from '../layers/layered-cluster';
import { resolveAutoscaler } from './autoscaler';
import { resolveDelivery } from './delivery';
import type { Missing } from './missing';
import { resolveMutators } from './mutators';
import { resolveNodePools } from './node-pool';
import { resolveReserved } from './reserved';

/**
 * Completes the merged facts of a cluster with the built-in defaults.
 *
 * @returns the cluster, frozen to the bottom; `undefined` when something required is missing.
 */
export function resolveCluster({ name, tier, facts }: LayeredCluster, missing: Missing): Cluster | undefined {
  const { region, zones = [] } = facts;
  const kubernetes = facts.kubernetes ?? missing(['kubernetes']);
  const platform = facts.platform ?? missing(['platform']);
  const delivery = resolveDelivery(name, facts.delivery, missing);
  const nodePools = resolveNodePools(facts.nodePools, zones, missing);
  const autoscaler = resolveAutoscaler(facts.autoscaler, missing);
  const mutators = resolveMutators(facts.mutators, missing);
  if (!kubernetes || !platform || !delivery) return undefined;
  return frozen({
    name,
    ...(tier !== undefined && { tier }),
    kubernetes,
    featureGates: (facts.featureGates ?? {}) as Cluster['featureGates'],
    platform,
    ...(region !== undefined && { region }),
    zones,
    labels: (facts.labels ?? {}) as Cluster['labels'],
    delivery,
    nodePools,
    autoscaler,
    volumeDrivers: (facts.volumeDrivers ?? {}) as Cluster['volumeDrivers'],
    reserved: resolveReserved(facts.reserved),
    mutators,
    images: { registries: {}, digests: {}, ...facts.images } as Cluster['images'],
    externals: (facts.externals ?? []) as Cluster['externals'],
  });
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const child of Object.values(value)) frozen(child);
  return Object.freeze(value);
}
