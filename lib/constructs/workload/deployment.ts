import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Deployment, DeploymentSpec, DeploymentStrategy, ObjectMeta, PodTemplateSpec } from '../../../imports/k8s';
import { kubeObject } from '../kube-object';
import type { TextMap } from '../validation/checked-labels';
import { checkedOptional, checkedShare, isZero } from '../validation/checked-number';
import { misuse } from '../validation/misuse';

/** How old pods are replaced by new ones. */
export type DeploymentStrategyProps =
  | {
      readonly type: 'RollingUpdate';
      /** Pods above the number of replicas, as a count or percentage. @default 25% */
      readonly maxSurge?: number | string;
      /** Pods that may be missing, as a count or percentage. @default 25% */
      readonly maxUnavailable?: number | string;
    }
  /** All old pods end before new ones start. */
  | { readonly type: 'Recreate' };

/** What workloads made of a Deployment have in common. */
export interface RolloutProps {
  /** @default RollingUpdate, or Recreate when a claim is mounted that only one node can hold */
  readonly strategy?: DeploymentStrategyProps;
  /** Seconds that a new pod has to stay ready before it counts. @default 0 */
  readonly minReadySeconds?: number;
  /** Seconds without progress after which a rollout has failed. @default 600 */
  readonly progressDeadlineSeconds?: number;
  /** Old revisions that are kept. @default 10 */
  readonly revisionHistoryLimit?: number;
}

/** What goes into a Deployment. */
export interface DeploymentParts {
  readonly metadata: ObjectMeta;
  readonly selector: TextMap;
  readonly template: PodTemplateSpec;
  /** Absent when an autoscaler owns the number. */
  readonly replicas: number | undefined;
  /** Whether pods of two nodes cannot run at once. */
  readonly oneNode: boolean;
}

/**
 * A Deployment.
 *
 * @throws {BayplanError} `invalid-props`
 */
export function deployment(scope: Construct, parts: DeploymentParts, props: RolloutProps): ApiObject {
  const { minReadySeconds = 0, progressDeadlineSeconds = 600 } = props;
  if (progressDeadlineSeconds <= minReadySeconds) {
    const found = `progressDeadlineSeconds is ${progressDeadlineSeconds}, with minReadySeconds of ${minReadySeconds}`;
    misuse(scope, found, 'give more: no rollout could succeed');
  }
  const spec: DeploymentSpec = {
    replicas: parts.replicas,
    revisionHistoryLimit: checkedOptional(scope, 'revisionHistoryLimit', props.revisionHistoryLimit, 0),
    minReadySeconds: checkedOptional(scope, 'minReadySeconds', props.minReadySeconds, 0),
    progressDeadlineSeconds: checkedOptional(scope, 'progressDeadlineSeconds', props.progressDeadlineSeconds, 1),
    selector: { matchLabels: parts.selector },
    strategy: strategy(scope, props.strategy ?? { type: parts.oneNode ? 'Recreate' : 'RollingUpdate' }),
    template: parts.template,
  };
  return kubeObject<Deployment>(scope, 'deployment', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: parts.metadata,
    spec,
  });
}

/**
 * The bounds of a rolling update are always written: over bounds that the API server filled in, a later change to
 * Recreate is refused under server-side apply.
 */
function strategy(scope: Construct, props: DeploymentStrategyProps): DeploymentStrategy {
  if (props.type === 'Recreate') return { type: 'Recreate' };
  const maxSurge = checkedShare(scope, 'maxSurge of the strategy', props.maxSurge ?? '25%');
  const maxUnavailable = checkedShare(scope, 'maxUnavailable of the strategy', props.maxUnavailable ?? '25%');
  if (isZero(maxSurge) && isZero(maxUnavailable)) {
    misuse(
      scope,
      'maxSurge and maxUnavailable of the strategy are both zero',
      'give one of them more: nothing could move',
    );
  }
  return { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } };
}
