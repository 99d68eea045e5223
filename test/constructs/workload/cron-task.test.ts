import { CronTask } from '../../../lib/constructs/workload/cron-task';
import { renderYaml } from '../../support/render-yaml';

const MINIMAL = { image: 'backup:1', cpu: '100m', memory: '128Mi', schedule: '17 3 * * *' };

test('a cron task runs by the clock of UTC, one run at a time', () => {
  expect(renderYaml((chart) => new CronTask(chart, 'backup', MINIMAL))).toMatchSnapshot();
});

test('a cron task states its clock, its deadlines and what is kept', () => {
  const yaml = renderYaml(
    (chart) =>
      new CronTask(chart, 'report', {
        ...MINIMAL,
        schedule: '*/15 8-18 * * mon-fri',
        timeZone: 'Europe/Berlin',
        concurrencyPolicy: 'Replace',
        startingDeadlineSeconds: 600,
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 5,
        restartPolicy: 'OnFailure',
        backoffLimit: 2,
        ttlSecondsAfterFinished: 86_400,
        suspend: true,
      }),
  );
  expect(yaml).toMatchSnapshot();
});
