import { onPool } from '../../../lib/constructs/placement/placements';
import type { Cluster } from '../../../lib/facts/cluster';
import { cluster, nodePool } from '../../support/clusters';
import { renderChart } from '../../support/render-chart';
import { worker } from '../../support/workloads';

interface Placed {
  readonly nodeSelector?: object;
  readonly tolerations?: readonly object[];
}

function placed(pool: string, facts: Cluster): Placed {
  const objects = renderChart(worker({ placement: onPool(pool) }), facts);
  const [deployment] = (objects as { kind: string; spec: { template: { spec: Placed } } }[]).filter(
    ({ kind }) => kind === 'Deployment',
  );
  const { nodeSelector, tolerations } = deployment?.spec.template.spec ?? {};
  return { ...(nodeSelector && { nodeSelector }), ...(tolerations && { tolerations }) };
}

const TAINT = { key: 'pool', value: 'gpu', effect: 'NoSchedule' } as const;

const ROWS: readonly { name: string; pool: string; facts: Cluster; want: Placed }[] = [
  { name: 'the only pool needs no labels', pool: 'general', facts: cluster(), want: {} },
  {
    name: 'all labels of the pool are asked for',
    pool: 'general',
    facts: cluster({
      nodePools: { general: nodePool({ labels: { a: '1', b: '2' } }), other: nodePool({ labels: { a: '1' } }) },
    }),
    want: { nodeSelector: { a: '1', b: '2' } },
  },
  {
    name: 'taints are tolerated, start-up taints are not',
    pool: 'gpu',
    facts: cluster({
      nodePools: {
        general: nodePool(),
        gpu: nodePool({
          labels: { gpu: 'yes' },
          taints: [TAINT, { key: 'spot', value: '', effect: 'NoExecute' }],
          startupTaints: [{ key: 'not-ready', value: '', effect: 'NoSchedule' }],
        }),
      },
    }),
    want: {
      nodeSelector: { gpu: 'yes' },
      tolerations: [
        { key: 'pool', operator: 'Equal', value: 'gpu', effect: 'NoSchedule' },
        { key: 'spot', operator: 'Exists', effect: 'NoExecute' },
      ],
    },
  },
  {
    name: 'a pool with the same labels is told apart by its taint',
    pool: 'general',
    facts: cluster({
      nodePools: {
        general: nodePool({ labels: { disk: 'ssd' } }),
        gpu: nodePool({ labels: { disk: 'ssd', gpu: 'yes' }, taints: [TAINT] }),
      },
    }),
    want: { nodeSelector: { disk: 'ssd' } },
  },
  {
    name: 'a pool with the same taint of another value is told apart',
    pool: 'gpu',
    facts: cluster({
      nodePools: { gpu: nodePool({ taints: [TAINT] }), tpu: nodePool({ taints: [{ ...TAINT, value: 'tpu' }] }) },
    }),
    want: { tolerations: [{ key: 'pool', operator: 'Equal', value: 'gpu', effect: 'NoSchedule' }] },
  },
];

test.each(ROWS)('$name', ({ pool, facts, want }) => expect(placed(pool, facts)).toEqual(want));
