import type { Construct } from 'constructs';
import type { JobSpec, PodFailurePolicy, PodTemplateSpec, SuccessPolicy } from '../../../imports/k8s';
import { checkedOptional } from '../validation/checked-number';
import { misuse } from '../validation/misuse';
import type { PodProps } from './pod-props';
import type { PodRules } from './pod-template';

/** How a task runs to its end. */
export interface JobProps extends PodProps {
  /** Whether a pod that fails is replaced, or its container restarted in place. @default Never: it is replaced */
  readonly restartPolicy?: 'Never' | 'OnFailure';
  /** Failures before the whole task has failed. @default 6 */
  readonly backoffLimit?: number;
  /** Seconds before the whole task has failed. @default no limit */
  readonly activeDeadlineSeconds?: number;
  /** Seconds after which a finished task deletes itself. @default never */
  readonly ttlSecondsAfterFinished?: number;
  /** Pods at a time. @default 1 */
  readonly parallelism?: number;
  /** Pods that have to succeed. @default 1 */
  readonly completions?: number;
  /** Whether each pod has a number from 0, in `JOB_COMPLETION_INDEX`. @default NonIndexed: they are all alike */
  readonly completionMode?: 'NonIndexed' | 'Indexed';
  /** Failures of each number; Indexed only. @default backoffLimit counts for all */
  readonly backoffLimitPerIndex?: number;
  /** Numbers that may fail before the whole task has; Indexed only. */
  readonly maxFailedIndexes?: number;
  /** Which failures count how. */
  readonly podFailurePolicy?: PodFailurePolicy;
  /** When the task has succeeded before all pods have; Indexed only. */
  readonly successPolicy?: SuccessPolicy;
  /** When a pod is replaced. @default TerminatingOrFailed: as soon as it ends */
  readonly podReplacementPolicy?: 'TerminatingOrFailed' | 'Failed';
  /** Whether it waits to be started by hand. @default false */
  readonly suspend?: boolean;
}

/**
 * What the pods of a task are asked for.
 *
 * They get no PodDisruptionBudget: a budget by maxUnavailable is never met for pods of a Job, and blocks every drain.
 */
export function jobPodRules({ restartPolicy = 'Never' }: JobProps): PodRules {
  return { restartPolicy, serves: false, defaultSpread: [], revisionKeys: [], claimTemplates: [] };
}

/**
 * The specification of a Job.
 *
 * @throws {BayplanError} `invalid-props`
 */
export function jobSpec(scope: Construct, template: PodTemplateSpec, props: JobProps): JobSpec {
  const integer = (name: keyof JobProps & string, value: number | undefined, min: number) =>
    checkedOptional(scope, name, value, min);
  const { completionMode, completions, podFailurePolicy, restartPolicy, successPolicy } = props;
  if (completionMode === 'Indexed') {
    if (completions === undefined) misuse(scope, 'completionMode is Indexed without completions', 'give completions');
  } else {
    const indexed = {
      backoffLimitPerIndex: props.backoffLimitPerIndex,
      maxFailedIndexes: props.maxFailedIndexes,
      successPolicy,
    };
    const [name] = Object.entries(indexed).find(([, value]) => value !== undefined) ?? [];
    if (name) misuse(scope, `${name} is given, and the task is not Indexed`, "set completionMode: 'Indexed'");
  }
  if (podFailurePolicy && restartPolicy === 'OnFailure') {
    misuse(scope, 'podFailurePolicy is given, with restartPolicy OnFailure', "set restartPolicy: 'Never'");
  }
  return {
    activeDeadlineSeconds: integer('activeDeadlineSeconds', props.activeDeadlineSeconds, 1),
    backoffLimit: integer('backoffLimit', props.backoffLimit, 0),
    backoffLimitPerIndex: integer('backoffLimitPerIndex', props.backoffLimitPerIndex, 0),
    completionMode,
    completions: integer('completions', completions, 1),
    maxFailedIndexes: integer('maxFailedIndexes', props.maxFailedIndexes, 0),
    parallelism: integer('parallelism', props.parallelism, 1),
    podFailurePolicy,
    podReplacementPolicy: props.podReplacementPolicy,
    successPolicy,
    suspend: props.suspend,
    ttlSecondsAfterFinished: integer('ttlSecondsAfterFinished', props.ttlSecondsAfterFinished, 0),
    template,
  };
}
