import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PodTemplateSpec } from '../../../imports/k8s';
import { Autoscaling } from '../autoscaling/autoscaling';
import type { AutoscalingProps } from '../autoscaling/autoscaling-props';
import type { TextMap } from '../validation/checked-labels';
import { checkedInteger } from '../validation/checked-number';
import { misuse } from '../validation/misuse';
import { type DisruptionProps, disruptionBudget } from './disruption-budget';

/** Replicas that somebody else sets, such as a KEDA ScaledObject. */
export interface ExternallyScaled {
  readonly scaledElsewhere: { readonly min: number; readonly max: number };
}

/**
 * How many pods run: a fixed number, bounds and metrics of an autoscaler, or bounds of one that is defined elsewhere.
 *
 * A running workload that changes from a number to an autoscaler falls to one pod for a moment: the number that is no
 * longer written becomes the API server’s default.
 */
export type Replicas = number | AutoscalingProps | ExternallyScaled;

/** How many pods run, and how many of them may be down. */
export interface ReplicaProps {
  readonly replicas?: Replicas;
  /** How many pods may be down when nodes are drained. @default one, when more than one can run */
  readonly disruption?: DisruptionProps;
}

/** Most pods that can run. */
export function mostReplicas(replicas: Replicas): number {
  if (typeof replicas === 'number') return replicas;
  return 'scaledElsewhere' in replicas ? replicas.scaledElsewhere.max : replicas.max;
}

/**
 * What `spec.replicas` says: nothing when the number belongs to an autoscaler.
 *
 * @throws {BayplanError} `invalid-props` for a number that is negative or not whole, `min-over-max`; bounds of an own
 * autoscaler are checked by it.
 */
export function fixedReplicas(scope: Construct, replicas: Replicas): number | undefined {
  if (typeof replicas === 'number') return checkedInteger(scope, 'replicas', replicas, 0);
  if (!('scaledElsewhere' in replicas)) return undefined;
  const { min, max } = replicas.scaledElsewhere;
  checkedInteger(scope, 'the least replicas', min, 0);
  checkedInteger(scope, 'the most replicas', max, 1);
  if (min > max) misuse(scope, `replicas are ${min} to ${max}`, 'give a minimum within the maximum', 'min-over-max');
  return undefined;
}

/** A workload with replicas. */
export interface Scaled {
  readonly name: string;
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly labels: TextMap;
  readonly selector: TextMap;
  readonly template: PodTemplateSpec;
}

/** What keeps the number of pods right. */
export interface Availability {
  readonly disruptionBudget: ApiObject | undefined;
  readonly autoscaling: Autoscaling | undefined;
}

/** The disruption budget and the autoscaler of a workload, where it has them. */
export function availability(
  scope: Construct,
  workload: Scaled,
  replicas: Replicas,
  props: ReplicaProps,
): Availability {
  const { disruption = { maxUnavailable: 1 } } = props;
  const guarded = disruption !== 'none' && mostReplicas(replicas) > 1;
  return {
    disruptionBudget: guarded ? disruptionBudget(scope, workload, disruption.maxUnavailable) : undefined,
    autoscaling:
      typeof replicas === 'number' || 'scaledElsewhere' in replicas ? undefined : autoscaler(scope, workload, replicas),
  };
}

function autoscaler(scope: Construct, workload: Scaled, bounds: AutoscalingProps): Autoscaling {
  const { name, kind, labels, template } = workload;
  const target = { apiVersion: 'apps/v1', kind, name };
  return new Autoscaling(scope, 'autoscaling', {
    ...bounds,
    target,
    labels,
    containers: template.spec?.containers ?? [],
  });
}
