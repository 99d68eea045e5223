import { App, Chart } from 'cdk8s';
import { BatchJob, type BatchJobProps } from '../../../lib/constructs/workload/batch-job';
import { CLUSTER_CONTEXT, FINDING_METADATA } from '../../../lib/core/construct-keys';
import { cluster } from '../../support/clusters';
import { renderChart } from '../../support/render-chart';
import { renderYaml } from '../../support/render-yaml';

const MINIMAL: BatchJobProps = { image: 'migrate:1', cpu: '100m', memory: '128Mi' };

function jobName(props: Partial<BatchJobProps>): string {
  const objects = renderChart((chart) => new BatchJob(chart, 'migrate', { ...MINIMAL, ...props }));
  const [job] = (objects as { kind: string; metadata: { name: string } }[]).filter(({ kind }) => kind === 'Job');
  return job?.metadata.name ?? '';
}

test('a job is named after its content', () => {
  expect(renderYaml((chart) => new BatchJob(chart, 'migrate', MINIMAL))).toMatchSnapshot();
});

test('an indexed job states how it runs', () => {
  const yaml = renderYaml(
    (chart) =>
      new BatchJob(chart, 'shards', {
        ...MINIMAL,
        onChange: 'refuse',
        completionMode: 'Indexed',
        completions: 8,
        parallelism: 4,
        backoffLimitPerIndex: 1,
        maxFailedIndexes: 2,
        activeDeadlineSeconds: 3600,
        podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } }] },
      }),
  );
  expect(yaml).toMatchSnapshot();
});

const CHANGES: { name: string; props: Partial<BatchJobProps>; same: boolean }[] = [
  { name: 'nothing', props: {}, same: true },
  { name: 'the image', props: { image: 'migrate:2' }, same: false },
  { name: 'configuration', props: { config: { environment: { TABLE: 'orders' } } }, same: false },
  { name: 'annotations of the Job alone', props: { annotations: { 'example.com/owner': 'shop' } }, same: true },
];

test.each(CHANGES)('a change of $name makes a new job: not $same', ({ props, same }) => {
  expect(jobName(props) === jobName({})).toBe(same);
});

test('a job that deletes itself is told of: the engine creates it again', () => {
  const app = new App();
  app.node.setContext(CLUSTER_CONTEXT, cluster());
  const job = new BatchJob(new Chart(app, 'test'), 'migrate', { ...MINIMAL, ttlSecondsAfterFinished: 60 });
  const findings = job.node.metadata.filter(({ type }) => type === FINDING_METADATA).map(({ data }) => data);
  expect(findings).toEqual([
    {
      check: 'rerun-job',
      severity: 'warning',
      message: 'the Job deletes itself 60 s after its end, and the engine creates it again',
      fix: 'leave ttlSecondsAfterFinished out, or make it a CronTask',
    },
  ]);
});
