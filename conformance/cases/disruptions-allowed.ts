import { untilNone } from '../fleet/until-none';
import { listAll } from '../fleet/workload-state';
import type { Case } from './case';

export const disruptionsAllowed: Case = {
  title: 'every disruption budget allows at least one disruption',
  judge: ({ applied, plane, problem }) =>
    untilNone(30, async () => {
      const budgets = await listAll(plane, 'policy/v1', 'PodDisruptionBudget');
      return applied
        .filter(({ document: { object } }) => object.kind === 'PodDisruptionBudget')
        .flatMap(({ document }) => {
          const { name, namespace } = document.object.metadata;
          const stored = budgets.find(({ metadata }) => metadata.name === name && metadata.namespace === namespace);
          const { disruptionsAllowed: allowed, currentHealthy, desiredHealthy } = stored?.status ?? {};
          if (Number(allowed) >= 1) return [];
          return [
            problem(document, `allows ${allowed} disruptions: ${currentHealthy} healthy, ${desiredHealthy} wanted`),
          ];
        });
    }),
};
