import type { Place } from '../core/place';
import type { Cluster } from './cluster';

/**
 * The layer of `fleet.yaml` that gave a fact its value: `built-in` is a default of ours, `fleet` the `source` that stands
 * beside the clusters.
 */
export type Layer = 'built-in' | 'fleet' | 'defaults' | `tier ${string}` | 'cluster';

/** Where a fact comes from. */
export interface Provenance {
  readonly layer: Layer;
  /**
   * The value, or the key of a map or list; of a built-in default, the nearest parent that was written. Absent when no
   * layer wrote anything on the way.
   */
  readonly place?: Place;
}

/** All clusters described by one `fleet.yaml`. */
export interface Fleet {
  readonly name: string;
  /** In the order of the file. */
  readonly clusters: readonly Cluster[];
  /**
   * Where a fact was written and which layer won.
   *
   * @param path - dotted path below the cluster, such as `nodePools.general.max`, `zones[0]` or
   *   `labels["example.com/unit"]`; keys with dots need no brackets. A path that was not written answers for the nearest
   *   parent that was.
   * @throws {BayplanError} `unknown-cluster` when the fleet has no such cluster.
   */
  provenance(cluster: string, path: string): Provenance;
}
