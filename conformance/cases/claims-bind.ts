import { untilNone } from '../fleet/until-none';
import { listAll } from '../fleet/workload-state';
import type { Case } from './case';

export const claimsBind: Case = {
  title: 'every claim is bound',
  judge: ({ cluster, plane }) =>
    untilNone(30, async () =>
      (await listAll(plane, 'v1', 'PersistentVolumeClaim'))
        .filter(({ status }) => status?.phase !== 'Bound')
        .map(
          ({ metadata, status }) =>
            `${cluster.name}: PersistentVolumeClaim ${metadata.namespace}/${metadata.name} is ${status?.phase}`,
        ),
    ),
};
