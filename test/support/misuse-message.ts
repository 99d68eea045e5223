import type { Chart } from 'cdk8s';
import { BayplanError } from '../../lib/core/errors';
import type { Cluster } from '../../lib/facts/cluster';
import { renderChart } from './render-chart';

/** The message with which a construct refuses its props; anything but a `BayplanError` fails the test. */
export function misuseMessage(build: (chart: Chart) => void, cluster?: Cluster): string {
  try {
    renderChart(build, cluster);
  } catch (error) {
    if (error instanceof BayplanError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}
