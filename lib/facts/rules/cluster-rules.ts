import { autoscaler } from './autoscaler';
import { delivery } from './delivery';
import { nodePools } from './node-pools';
import { reserved } from './reserved';
import type { Rule } from './rule';
import { zones } from './zones';

/** All rules that look at one cluster; findings are sorted later, so the order means nothing. */
export const CLUSTER_RULES: readonly Rule[] = [autoscaler, delivery, nodePools, reserved, zones];
