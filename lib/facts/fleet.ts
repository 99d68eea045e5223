import type { Place } from '../core/place';
import type { Cluster } from './cluster';

/** The layer of `fleet.yaml` that gave a fact its value; `built-in` is a default of the schema. */
export type Layer = 'built-in' | 'defaults' | `tier ${string}` | 'cluster';

/** Where a fact comes from. */
export interface Provenance {
  readonly layer: Layer;
  /** Absent for built-in defaults. */
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
   * @param path - dotted path below the cluster, such as `nodePools.general.max`; a path that was not written answers
   *   for the nearest parent that was.
   */
  provenance(cluster: string, path: string): Provenance;
}
