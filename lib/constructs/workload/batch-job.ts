import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Job } from '../../../imports/k8s';
import { contentHash } from '../configuration/content-hash';
import { kubeObject } from '../kube-object';
import { report } from '../report';
import { type JobProps, jobPodRules, jobSpec } from './job-spec';
import { Workload } from './workload';

/** Pods carry the Job’s name as a label of 63 characters; a dash and a hash of ten are appended to ours. */
const MAX_NAME_LENGTH = 52;

export interface BatchJobProps extends JobProps {
  /**
   * What a change of the task does.
   *
   * `rerun`: the Job’s name ends in a hash of its specification, so that a changed task is a new Job that runs, and the
   * engine prunes the old one. `refuse`: the name stays; since a Job cannot change, the engine reports an error.
   *
   * @default rerun
   */
  readonly onChange?: 'rerun' | 'refuse';
}

/**
 * A task that runs once to its end, and again when it changes: a Job.
 *
 * @throws {BayplanError} for every misuse, with the construct’s path.
 */
export class BatchJob extends Workload {
  readonly job: ApiObject;

  constructor(scope: Construct, id: string, props: BatchJobProps) {
    super(scope, id, props, { ...jobPodRules(props), maxNameLength: MAX_NAME_LENGTH });
    const spec = jobSpec(this, this.template, props);
    const metadata = this.metadata(props.annotations);
    this.job = kubeObject<Job>(this, 'job', {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: props.onChange === 'refuse' ? metadata : { ...metadata, name: `${this.name}-${contentHash(spec)}` },
      spec,
    });
    if (props.ttlSecondsAfterFinished === undefined) return;
    report(this, {
      check: 'rerun-job',
      severity: 'warning',
      message: `the Job deletes itself ${props.ttlSecondsAfterFinished} s after its end, and the engine creates it again`,
      fix: 'leave ttlSecondsAfterFinished out, or make it a CronTask',
    });
  }
}
