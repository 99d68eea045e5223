import { ApiObject, App, Chart } from 'cdk8s';
import { CLUSTER_CONTEXT } from '../../lib/core/construct-keys';
import type { Cluster } from '../../lib/facts/cluster';
import { cluster as testCluster } from './clusters';

/** The objects that constructs add to a chart, as plain data, in the order of construction. */
export function renderChart(build: (chart: Chart) => void, cluster: Cluster = testCluster()): unknown[] {
  const app = new App();
  app.node.setContext(CLUSTER_CONTEXT, cluster);
  const chart = new Chart(app, 'test', { namespace: 'shop', disableResourceNameHashes: true });
  build(chart);
  return chart.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .map((object) => object.toJson());
}
