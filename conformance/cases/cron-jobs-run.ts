import { untilNone } from '../fleet/until-none';
import { incompleteness, type StoredObject } from '../fleet/workload-state';
import type { Case } from './case';

export const cronJobsRun: Case = {
  title: 'a job made from every CronJob runs to its end',
  judge: async ({ applied, plane, problem }) => {
    const cronJobs = applied.filter(({ document: { object } }) => object.kind === 'CronJob');
    const problems: string[] = [];
    for (const { document } of cronJobs) {
      const { metadata, spec } = document.object;
      const name = `${metadata.name}-now`;
      const { jobTemplate } = spec as unknown as { jobTemplate: { spec: unknown } };
      const path = `/apis/batch/v1/namespaces/${metadata.namespace}/jobs`;
      await plane.client.expect({ method: 'POST', path, body: { metadata: { name }, spec: jobTemplate.spec } });
      const left = await untilNone(30, async () => {
        const job = await plane.client.expect<StoredObject>({ method: 'GET', path: `${path}/${name}` });
        const missing = incompleteness('Job', job);
        return missing ? [problem(document, `its job: ${missing}`)] : [];
      });
      problems.push(...left);
    }
    return problems;
  },
};
