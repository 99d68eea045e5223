import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { HorizontalPodAutoscaler } from '../../../imports/k8s';
import { kubeObject } from '../kube-object';
import { objectLabels } from '../labels';
import type { TextMap } from '../validation/checked-labels';
import type { Behavior } from './behavior';
import type { Metric, ObjectRef } from './metric';

/** Between which bounds a workload is scaled, and by what; at least one metric is needed. */
export interface AutoscalingProps {
  /** Fewest pods; 0 needs the feature gate HPAScaleToZero and an Object or External metric. */
  readonly min: number;
  /** Most pods, not below `min`. */
  readonly max: number;
  /** Percent of the cpu request that pods may use on average; 1 or more. Short for a Resource metric. */
  readonly cpuUtilization?: number;
  /** As `cpuUtilization`, of memory. */
  readonly memoryUtilization?: number;
  /** Further metrics. */
  readonly metrics?: readonly Metric[];
  /** How fast it moves. @default Kubernetes’ own */
  readonly behavior?: Behavior;
}

/** A container as far as an autoscaler looks at it; a container in wire form fits. */
export interface ScaledContainer {
  readonly name: string;
  readonly resources?: { readonly requests?: Readonly<Record<string, number | string>> | undefined } | undefined;
}

/** What an autoscaler of its own needs to know beside its bounds. */
export interface AutoscalerProps extends AutoscalingProps {
  /** What is scaled: an object of the same namespace with a scale subresource. It must not render `spec.replicas`. */
  readonly target: ObjectRef;
  /** Name of the autoscaler. @default the target’s name */
  readonly name?: string;
  /** Labels of the autoscaler. @default those of a workload of that name */
  readonly labels?: TextMap;
  /**
   * The target’s containers, not its init containers: utilization is refused where one has no request.
   *
   * @default not known, so not checked
   */
  readonly containers?: readonly ScaledContainer[];
}

/** A HorizontalPodAutoscaler of `autoscaling/v2`, for a workload of ours or for any other target. */
export class Autoscaling extends Construct {
  readonly name: string;
  readonly autoscaler: ApiObject;

  constructor(scope: Construct, id: string, props: AutoscalerProps) {
    super(scope, id);
    this.name = props.name ?? props.target.name;
    this.autoscaler = kubeObject<HorizontalPodAutoscaler>(this, 'autoscaler', {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: this.name, labels: props.labels ?? objectLabels(this, this.name) },
      spec: { scaleTargetRef: props.target, minReplicas: props.min, maxReplicas: props.max },
    });
  }
}
