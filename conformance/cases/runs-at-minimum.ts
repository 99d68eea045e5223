import { unfinished } from '../fleet/unfinished';
import { untilNone } from '../fleet/until-none';
import type { Case } from './case';

export const runsAtMinimum: Case = {
  title: 'every pod is scheduled at the minimum on the pools at their minimum, and every roll-out completes',
  judge: (trial) => untilNone(90, () => unfinished(trial, 'minReplicas')),
};
