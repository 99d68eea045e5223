import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { renderChart } from '../support/render-chart';
import { worker } from '../support/workloads';

test('constructs of cdk8s and cdk8s-plus stand beside ours', () => {
  const objects = renderChart((chart) => {
    worker({})(chart);
    new kplus.ConfigMap(chart, 'plus', { metadata: { name: 'plus' }, data: { key: 'value' } });
    new ApiObject(chart, 'raw', { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'raw' }, spec: {} });
  }) as { kind: string; metadata: { name: string } }[];
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'ServiceAccount worker',
    'NetworkPolicy worker',
    'Deployment worker',
    'ConfigMap plus',
    'Widget raw',
  ]);
});
