import type { Chart } from 'cdk8s';
import { stringify } from 'yaml';
import type { Cluster } from '../../lib/facts/cluster';
import { renderChart } from './render-chart';

/** The objects that constructs add to a chart, as people would read them: one YAML document each. */
export function renderYaml(build: (chart: Chart) => void, cluster?: Cluster): string {
  const documents = renderChart(build, cluster).map((object) =>
    stringify(object, { aliasDuplicateObjects: false, lineWidth: 0 }),
  );
  return `\n${documents.join('---\n')}`;
}
