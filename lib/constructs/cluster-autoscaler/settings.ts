/**
 * How nodes come and go: what every cluster autoscaler understands, in the words of OpenShift’s ClusterAutoscaler.
 *
 * Durations are Go durations such as `10m` or `1h30m`, not negative.
 */
export interface AutoscalerSettings {
  /** @default enabled, with the autoscaler’s own delays */
  readonly scaleDown?: ScaleDownSettings;
  readonly scaleUp?: {
    /** Age below which a pending pod adds no node. @default 0s */
    readonly newPodScaleUpDelay?: string;
  };
  /** Bounds of the whole cluster, field by field. @default the totals in the cluster’s facts */
  readonly resourceLimits?: ResourceLimits;
  /** Seconds that a pod gets to end when its node is removed. @default 600 */
  readonly maxPodGracePeriod?: number;
  /** How long a new node may take until it has joined. @default 15m */
  readonly maxNodeProvisionTime?: string;
  /** Pods of a lower priority neither add nor hold nodes. @default -10 */
  readonly podPriorityThreshold?: number;
  /** Keep node groups of one kind, such as those of several zones, at one size. @default false */
  readonly balanceSimilarNodeGroups?: boolean;
  /** Label keys that do not make node groups different. */
  readonly balancingIgnoredLabels?: readonly string[];
  /** Whether a node counts as idle although DaemonSets use it. @default false */
  readonly ignoreDaemonsetsUtilization?: boolean;
  /** Whether a pod with an emptyDir or hostPath holds its node. @default true */
  readonly skipNodesWithLocalStorage?: boolean;
  /** Whether groups below their minimum are filled up without pending pods. @default false */
  readonly enforceNodeGroupMinSize?: boolean;
  /** Taint keys that a node has only while it starts. @default those of the pools in the cluster’s facts */
  readonly startupTaints?: readonly string[];
  /** Which of several fitting node groups grows; each breaks the ties of the one before. @default the autoscaler’s own */
  readonly expanders?: readonly Expander[];
  /** For the expander Priority: regular expressions of node group names by priority, the highest first to grow. */
  readonly priorities?: Readonly<Record<number, readonly string[]>>;
  /** @default the autoscaler’s own */
  readonly logVerbosity?: number;
}

/** OpenShift knows the first three only. */
export type Expander = 'LeastWaste' | 'Priority' | 'Random' | 'LeastNodes' | 'MostPods' | 'Price';

/** When nodes go. With `enabled: false` all other fields rest, as OpenShift’s operator has it. */
export interface ScaleDownSettings {
  readonly enabled: boolean;
  /** Pause after a node came. @default 10m */
  readonly delayAfterAdd?: string;
  /** Pause after a node went. @default 0s: the next look */
  readonly delayAfterDelete?: string;
  /** Pause after a node would not go. @default 3m */
  readonly delayAfterFailure?: string;
  /** How long a node has to be idle. @default 10m */
  readonly unneededTime?: string;
  /** Share of requests, such as `"0.5"`, below which a node is idle: between 0 and 1, both excluded. @default 0.5 */
  readonly utilizationThreshold?: string;
  /** Whether a node takes no more pods before it is emptied. @default true since Kubernetes 1.34, else false */
  readonly cordonNodeBeforeTerminating?: boolean;
}

/** Bounds that the autoscaler never passes. */
export interface ResourceLimits {
  /** Most nodes, those that are not scaled included. */
  readonly maxNodesTotal?: number;
  readonly cores?: Range;
  /** In GiB. */
  readonly memory?: Range;
  readonly gpus?: readonly (Range & {
    /** As the cloud names it. */
    readonly type: string;
  })[];
}

/** Both inclusive. */
export interface Range {
  readonly min: number;
  readonly max: number;
}
