/**
 * How fast an autoscaler moves.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#configurable-scaling-behavior
 */
export interface Behavior {
  /** @default at once, by 4 pods or 100 % every 15 seconds, whichever is more */
  readonly scaleUp?: ScalingRules;
  /** @default to the most pods asked for in the last 300 seconds, without a bound */
  readonly scaleDown?: ScalingRules;
}

/** Rules of one direction; what is left out keeps its default. */
export interface ScalingRules {
  /** Seconds of proposals of which the most cautious one counts, from 0 to 3600. */
  readonly stabilizationWindowSeconds?: number;
  /** Which of several policies counts: the one that moves most, least, or none at all. @default Max */
  readonly selectPolicy?: 'Max' | 'Min' | 'Disabled';
  /** At least one when given. */
  readonly policies?: readonly ScalingPolicy[];
  /**
   * Share of the target, such as `0.05`, within which nothing moves; needs Kubernetes 1.35, or the feature gate
   * HPAConfigurableTolerance.
   *
   * @default 0.1
   */
  readonly tolerance?: string;
}

/** The most that one direction may move within a period. */
export interface ScalingPolicy {
  readonly type: 'Pods' | 'Percent';
  /** Pods, or percent of the pods at the start of the period; 1 or more. */
  readonly value: number;
  /** From 1 to 1800. */
  readonly periodSeconds: number;
}
