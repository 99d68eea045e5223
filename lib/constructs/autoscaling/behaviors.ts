import type { Behavior } from './behavior';

/** Down by at most a tenth of the pods a minute: for pods that are slow to warm up. */
export const GENTLE_SCALE_DOWN: Behavior = {
  scaleDown: { policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }] },
};

/** Never down: for pods whose end costs more than their idleness; somebody else has to shrink them. */
export const NO_SCALE_DOWN: Behavior = { scaleDown: { selectPolicy: 'Disabled' } };
