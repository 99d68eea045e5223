import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { CronJob } from '../../../imports/k8s';
import { kubeObject } from '../kube-object';
import { podLabels } from '../labels';
import { checkedOptional } from '../validation/checked-number';
import { misuse } from '../validation/misuse';
import { cronProblem } from './cron-schedule';
import { type JobProps, jobPodRules, jobSpec } from './job-spec';
import { Workload } from './workload';

/** The controller appends a dash and ten digits to the names of its Jobs. */
const MAX_NAME_LENGTH = 52;

export interface CronTaskProps extends Omit<JobProps, 'suspend'> {
  /** Minute, hour, day of month, month and day of week, such as `17 3 * * mon-fri`; or `@hourly` and its kin. */
  readonly schedule: string;
  /** Name in the time zone database, such as `Europe/Berlin`. @default Etc/UTC */
  readonly timeZone?: string;
  /** What happens when the time has come and the last run still runs. @default Forbid: the new run is left out */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /** Seconds by which a run may be late before it is left out. @default no limit */
  readonly startingDeadlineSeconds?: number;
  /** Runs that succeeded and are kept. @default 3 */
  readonly successfulJobsHistoryLimit?: number;
  /** Runs that failed and are kept. @default 1 */
  readonly failedJobsHistoryLimit?: number;
  /** Whether no runs are started. @default false */
  readonly suspend?: boolean;
}

/**
 * A task that runs by the clock: a CronJob.
 *
 * @throws {BayplanError} for every misuse, with the construct’s path.
 */
export class CronTask extends Workload {
  readonly cronJob: ApiObject;

  constructor(scope: Construct, id: string, props: CronTaskProps) {
    super(scope, id, props, { ...jobPodRules(props), maxNameLength: MAX_NAME_LENGTH });
    const { schedule, timeZone = 'Etc/UTC', concurrencyPolicy = 'Forbid', suspend, ...job } = props;
    const problem = cronProblem(schedule);
    if (problem) misuse(this, `the schedule is "${schedule}": ${problem.found}`, problem.fix);
    checkTimeZone(this, timeZone);
    const integer = (name: string, value: number | undefined, min: number) => checkedOptional(this, name, value, min);
    this.cronJob = kubeObject<CronJob>(this, 'cron-job', {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: this.metadata(props.annotations),
      spec: {
        schedule,
        timeZone,
        concurrencyPolicy,
        suspend,
        startingDeadlineSeconds: integer('startingDeadlineSeconds', props.startingDeadlineSeconds, 10),
        successfulJobsHistoryLimit: integer('successfulJobsHistoryLimit', props.successfulJobsHistoryLimit, 0),
        failedJobsHistoryLimit: integer('failedJobsHistoryLimit', props.failedJobsHistoryLimit, 0),
        jobTemplate: {
          metadata: { labels: podLabels(this, this.name, props.labels) },
          spec: jobSpec(this, this.template, job),
        },
      },
    });
  }
}

/** Whether the zone exists is left to the cluster: its database is newer than any that could be shipped. */
function checkTimeZone(scope: Construct, timeZone: string): void {
  if (/^(UTC|[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z0-9_+-]+)+)$/.test(timeZone)) return;
  misuse(
    scope,
    `the time zone is "${timeZone}"`,
    'use a name of the time zone database, such as Europe/Berlin or Etc/UTC',
  );
}
