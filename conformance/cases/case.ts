import type { Trial } from '../fleet/trial';

/** One idea of what is right, judged on every cluster of the fleet. */
export interface Case {
  /** What is proven, as a sentence about a cluster. */
  readonly title: string;
  /** What is wrong; empty when nothing is. May change the cluster in ways that later cases allow for. */
  readonly judge: (trial: Trial) => Promise<readonly string[]>;
}
