import { StatefulService } from '../../../lib/constructs/workload/stateful-service';
import { renderYaml } from '../../support/render-yaml';

const MINIMAL = { image: 'redis:8', cpu: '100m', memory: '128Mi', ports: [{ name: 'redis', number: 6379 }] };

test('a stateful service has a Service for clients and one for peers', () => {
  expect(renderYaml((chart) => new StatefulService(chart, 'cart', MINIMAL))).toMatchSnapshot();
});

test('replicas have claims of their own, a budget and a spread', () => {
  const yaml = renderYaml(
    (chart) =>
      new StatefulService(chart, 'store', {
        ...MINIMAL,
        replicas: 3,
        claimTemplates: { data: { size: '10Gi', storageClass: 'fast' } },
        mounts: { '/data': 'data' },
        podManagementPolicy: 'Parallel',
        strategy: { type: 'RollingUpdate', partition: 1 },
        claimRetention: { whenScaled: 'Delete' },
        firstOrdinal: 1,
      }),
  );
  expect(yaml).toMatchSnapshot();
});
