import { OBJECTS_PER_CLUSTER } from '../shapes/shape';

/** One line of the result. */
export interface Measurement {
  readonly name: string;
  /** Size of the fleet. */
  readonly clusters: number;
  /** Clusters done when the time was up; 0 when the work only counts as a whole and did not end in time. */
  readonly measured: number;
  /** For `measured` clusters. */
  readonly seconds: number;
  /** Time on processors, all threads together; absent where the system does not tell. */
  readonly cpuSeconds?: number;
  /** Most memory of one process; absent where the system does not tell. */
  readonly peakBytes?: number;
  /** Time beside that of `cp -r` of the written tree; absent for peers, which write another tree. */
  readonly timesCopy?: number;
}

/** Microseconds for each of the 200 objects of each cluster; delivery objects and indexes come on top and count as cost. */
export function microsPerObject({ seconds, measured }: Measurement): number {
  return (seconds * 1e6) / (measured * OBJECTS_PER_CLUSTER);
}
