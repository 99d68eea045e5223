import type { ObjectMeta } from '../../../imports/k8s';

/**
 * `autoscaling.openshift.io/v1` ClusterAutoscaler: cluster-scoped, one a cluster, and its operator accepts only the name `default`.
 *
 * Written by hand: OpenShift publishes no CRD that `npm run imports` could read.
 *
 * @see https://docs.okd.io/latest/rest_api/autoscale_apis/clusterautoscaler-autoscaling-openshift-io-v1.html
 */
export interface OpenShiftClusterAutoscaler {
  readonly apiVersion: 'autoscaling.openshift.io/v1';
  readonly kind: 'ClusterAutoscaler';
  readonly metadata: ObjectMeta & { readonly name: 'default' };
  readonly spec: OpenShiftClusterAutoscalerSpec;
}

/** Durations are Go durations and not negative. */
export interface OpenShiftClusterAutoscalerSpec {
  readonly resourceLimits?: OpenShiftResourceLimits | undefined;
  readonly scaleDown?: OpenShiftScaleDown | undefined;
  readonly scaleUp?: { readonly newPodScaleUpDelay?: string | undefined } | undefined;
  /** Seconds that a pod gets to end when its node is removed. @default 600 */
  readonly maxPodGracePeriod?: number | undefined;
  /** @default 15m */
  readonly maxNodeProvisionTime?: string | undefined;
  /** Pods of a lower priority neither add nor hold nodes. @default -10 */
  readonly podPriorityThreshold?: number | undefined;
  readonly balanceSimilarNodeGroups?: boolean | undefined;
  /** Label keys that do not make node groups different. */
  readonly balancingIgnoredLabels?: readonly string[] | undefined;
  readonly ignoreDaemonsetsUtilization?: boolean | undefined;
  readonly skipNodesWithLocalStorage?: boolean | undefined;
  /** @default Disabled */
  readonly enforceNodeGroupMinSize?: OpenShiftSwitch | undefined;
  /** Taint keys that a node only has while it starts. */
  readonly startupTaints?: readonly string[] | undefined;
  /** At most three; each breaks the ties of the one before. @default Random */
  readonly expanders?: readonly ('LeastWaste' | 'Priority' | 'Random')[] | undefined;
  readonly logVerbosity?: number | undefined;
}

export type OpenShiftSwitch = 'Enabled' | 'Disabled';

/** Bounds of the whole cluster. */
export interface OpenShiftResourceLimits {
  /** Every node counts, also those that are not scaled. */
  readonly maxNodesTotal?: number | undefined;
  readonly cores?: OpenShiftRange | undefined;
  /** In GiB. */
  readonly memory?: OpenShiftRange | undefined;
  readonly gpus?: readonly (OpenShiftRange & { readonly type: string })[] | undefined;
}

/** Both inclusive. */
export interface OpenShiftRange {
  readonly min: number;
  readonly max: number;
}

/** With `enabled: false` the operator ignores all other fields. */
export interface OpenShiftScaleDown {
  readonly enabled: boolean;
  /** @default 10m */
  readonly delayAfterAdd?: string | undefined;
  /** @default 0s */
  readonly delayAfterDelete?: string | undefined;
  /** @default 3m */
  readonly delayAfterFailure?: string | undefined;
  /** @default 10m */
  readonly unneededTime?: string | undefined;
  /** A decimal between 0 and 1, both excluded, as a string. @default 0.5 */
  readonly utilizationThreshold?: string | undefined;
  readonly cordonNodeBeforeTerminating?: OpenShiftSwitch | undefined;
}

/**
 * `autoscaling.openshift.io/v1beta1` MachineAutoscaler: the bounds of one MachineSet, in the namespace of that MachineSet.
 *
 * @see https://docs.okd.io/latest/rest_api/autoscale_apis/machineautoscaler-autoscaling-openshift-io-v1beta1.html
 */
export interface OpenShiftMachineAutoscaler {
  readonly apiVersion: 'autoscaling.openshift.io/v1beta1';
  readonly kind: 'MachineAutoscaler';
  readonly metadata: ObjectMeta & { readonly name: string };
  readonly spec: {
    /** 0 or more. */
    readonly minReplicas: number;
    /** 1 or more. */
    readonly maxReplicas: number;
    readonly scaleTargetRef: {
      readonly apiVersion: 'machine.openshift.io/v1beta1';
      readonly kind: 'MachineSet';
      readonly name: string;
    };
  };
}
