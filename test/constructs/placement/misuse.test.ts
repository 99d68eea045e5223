import { labelAbove, labelIn } from '../../../lib/constructs/placement/node-requirement';
import type { Placement } from '../../../lib/constructs/placement/placement';
import { onPool, preferNodes, requireNodes } from '../../../lib/constructs/placement/placements';
import { PriorityClass } from '../../../lib/constructs/placement/priority-class';
import type { Cluster } from '../../../lib/facts/cluster';
import { cluster, nodePool } from '../../support/clusters';
import { misuseMessage } from '../../support/misuse-message';
import { untyped, worker } from '../../support/workloads';

const ZONE = 'topology.kubernetes.io/zone';
const APP = { matchLabels: { app: 'store' } };

interface Row {
  readonly name: string;
  readonly placement: Placement | readonly Placement[];
  readonly facts?: Cluster;
  readonly want: string;
}

const POOLS = cluster({
  nodePools: {
    general: nodePool({ labels: { disktype: 'ssd' } }),
    gpu: nodePool({ name: 'gpu', labels: { disktype: 'ssd', gpu: 'yes' } }),
    bare: nodePool({ name: 'bare' }),
  },
});

const ROWS: readonly Row[] = [
  {
    name: 'pool with a typo',
    placement: onPool('genral'),
    facts: POOLS,
    want: `test/worker: the cluster has no node pool "genral"; did you mean "general"? (existing: bare, general, gpu) [unknown-pool]`,
  },
  {
    name: 'pool that does not exist',
    placement: onPool('windows'),
    facts: POOLS,
    want: `test/worker: the cluster has no node pool "windows"; add it to the cluster’s nodePools in fleet.yaml, or use another (existing: bare, general, gpu) [unknown-pool]`,
  },
  {
    name: 'cluster without pools',
    placement: onPool('general'),
    facts: cluster({ nodePools: {} }),
    want: `test/worker: the cluster has no node pool "general"; add it to the cluster’s nodePools in fleet.yaml, or use another (existing: none) [unknown-pool]`,
  },
  {
    name: 'pool whose labels another has too',
    placement: onPool('general'),
    facts: POOLS,
    want: `test/worker: node pool "general" cannot be told from "gpu": the other has its labels too; give "general" a label of its own in fleet.yaml and on its nodes, such as node-pool: general [invalid-props]`,
  },
  {
    name: 'pool without labels',
    placement: onPool('bare'),
    facts: POOLS,
    want: `test/worker: node pool "bare" cannot be told from "general": it has no labels; give "bare" a label of its own in fleet.yaml and on its nodes, such as node-pool: bare [invalid-props]`,
  },
  {
    name: 'pool whose rival only dislikes other pods',
    placement: onPool('general'),
    facts: cluster({
      nodePools: {
        general: nodePool(),
        spare: nodePool({ taints: [{ key: 'spare', value: '', effect: 'PreferNoSchedule' }] }),
      },
    }),
    want: `test/worker: node pool "general" cannot be told from "spare": it has no labels; give "general" a label of its own in fleet.yaml and on its nodes, such as node-pool: general [invalid-props]`,
  },
  {
    name: 'two pools',
    placement: [{ nodeSelector: { pool: 'a' } }, { nodeSelector: { pool: 'b' } }],
    want: `test/worker: the node selector asks for pool=a and pool=b; no node has both: keep one [invalid-props]`,
  },
  {
    name: 'node selector value',
    placement: { nodeSelector: { pool: 'not a value' } },
    want: `test/worker: the node selector "pool" has the value "not a value"; use at most 63 of A-Z, a-z, 0-9, -, _ and ., starting and ending with a letter or digit [invalid-props]`,
  },
  {
    name: 'two priority classes',
    placement: [{ priorityClassName: 'high' }, { priorityClassName: 'low' }],
    want: `test/worker: placements name the priority classes high and low; keep one [invalid-props]`,
  },
  {
    name: 'fraction',
    placement: requireNodes([labelAbove('cores', 4.5)]),
    want: `test/worker: node affinity cores Gt 4.5; compare with a whole number: others are never met [invalid-props]`,
  },
  {
    name: 'label value',
    placement: requireNodes([labelIn('disktype', 'solid state')]),
    want: `test/worker: node affinity disktype In has the value "solid state"; use at most 63 of A-Z, a-z, 0-9, -, _ and ., starting and ending with a letter or digit [invalid-props]`,
  },
  {
    name: 'label key',
    placement: requireNodes([labelIn('disk type', 'ssd')]),
    want: `test/worker: node affinity has the key "disk type"; use at most 63 of A-Z, a-z, 0-9, -, _ and ., with an optional DNS prefix such as example.com/ [invalid-props]`,
  },
  {
    name: 'no values',
    placement: requireNodes([untyped({ key: 'disktype', operator: 'In', values: [] })]),
    want: `test/worker: node affinity disktype In has no values; give at least one value [invalid-props]`,
  },
  {
    name: 'no terms',
    placement: { requiredNodes: [] },
    want: `test/worker: required node terms are an empty list; give at least one term: none is never met [invalid-props]`,
  },
  {
    name: 'empty term',
    placement: requireNodes(untyped([])),
    want: `test/worker: a node term has no requirements; give at least one: an empty term is never met [invalid-props]`,
  },
  {
    name: 'weight',
    placement: preferNodes(101, [labelIn('disktype', 'ssd')]),
    want: `test/worker: the weight of a preferred node term is 101; give a whole number from 1 to 100 [invalid-props]`,
  },
  {
    name: 'weight of a pod term',
    placement: { preferredNear: [{ weight: 0, term: { topologyKey: ZONE, pods: APP } }] },
    want: `test/worker: the weight of a preferred pod term is 0; give a whole number from 1 to 100 [invalid-props]`,
  },
  {
    name: 'topology key',
    placement: { requiredApart: [{ topologyKey: '', pods: APP }] },
    want: `test/worker: the topology of pod affinity has the key ""; use at most 63 of A-Z, a-z, 0-9, -, _ and ., with an optional DNS prefix such as example.com/ [invalid-props]`,
  },
  {
    name: 'operator of a selector',
    placement: {
      requiredApart: [
        { topologyKey: ZONE, pods: { matchExpressions: [{ key: 'app', operator: 'Gt', values: ['1'] }] } },
      ],
    },
    want: `test/worker: pod affinity over topology.kubernetes.io/zone selects by app Gt [1]; use In, NotIn, Exists or DoesNotExist [invalid-props]`,
  },
  {
    name: 'values of a selector',
    placement: {
      requiredApart: [
        { topologyKey: ZONE, pods: { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['1'] }] } },
      ],
    },
    want: `test/worker: pod affinity over topology.kubernetes.io/zone selects by app Exists [1]; leave the values of Exists out [invalid-props]`,
  },
  {
    name: 'label key twice',
    placement: {
      requiredApart: [{ topologyKey: ZONE, pods: APP, matchLabelKeys: ['tenant'], mismatchLabelKeys: ['tenant'] }],
    },
    want: `test/worker: pod affinity over topology.kubernetes.io/zone names the label key tenant twice; name it once [invalid-props]`,
  },
  {
    name: 'label key that is selected by',
    placement: { requiredApart: [{ topologyKey: ZONE, pods: APP, matchLabelKeys: ['app'] }] },
    want: `test/worker: pod affinity over topology.kubernetes.io/zone selects by app and has it as label key; keep one of the two [invalid-props]`,
  },
  {
    name: 'namespace',
    placement: { requiredNear: [{ topologyKey: ZONE, pods: APP, namespaces: ['Shop'] }] },
    want: `test/worker: a namespace of pod affinity over topology.kubernetes.io/zone is named "Shop"; use at most 63 of a-z, 0-9 and -, starting and ending with a letter or digit [invalid-name]`,
  },
  {
    name: 'maxSkew',
    placement: { spread: [{ topologyKey: ZONE, maxSkew: 0 }] },
    want: `test/worker: maxSkew of spread over topology.kubernetes.io/zone is 0; give a whole number, 1 or more [invalid-props]`,
  },
  {
    name: 'minDomains of a wish',
    placement: { spread: [untyped({ topologyKey: ZONE, minDomains: 3 })] },
    want: `test/worker: spread over topology.kubernetes.io/zone has minDomains with ScheduleAnyway; use DoNotSchedule, or leave minDomains out [invalid-props]`,
  },
  {
    name: 'spread over nothing',
    placement: { spread: [{ topologyKey: ZONE, pods: {} }] },
    want: `test/worker: spread over topology.kubernetes.io/zone has an empty selector, which counts no pod at all; select by a label, or leave pods out [invalid-props]`,
  },
  {
    name: 'spread twice',
    placement: { spread: [{ topologyKey: ZONE }, { topologyKey: ZONE, maxSkew: 2 }] },
    want: `test/worker: two spread constraints are over topology.kubernetes.io/zone with ScheduleAnyway; keep one of them [invalid-props]`,
  },
  {
    name: 'toleration of a value that only exists',
    placement: { tolerations: [untyped({ key: 'pool', operator: 'Exists', value: 'gpu' })] },
    want: `test/worker: the toleration of pool has the operator Exists and the value "gpu"; leave the value out, or use Equal [invalid-props]`,
  },
  {
    name: 'toleration without a key',
    placement: { tolerations: [untyped({ effect: 'NoSchedule' })] },
    want: `test/worker: the toleration of every key has the operator Equal; use Exists [invalid-props]`,
  },
  {
    name: 'toleration value',
    placement: { tolerations: [{ key: 'pool', value: 'not a value' }] },
    want: `test/worker: the toleration of pool has the value "not a value"; use at most 63 of A-Z, a-z, 0-9, -, _ and . [invalid-props]`,
  },
  {
    name: 'toleration for a while of what never evicts',
    placement: {
      tolerations: [untyped({ key: 'pool', operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 5 })],
    },
    want: `test/worker: the toleration of pool has tolerationSeconds for NoSchedule; give the effect NoExecute [invalid-props]`,
  },
];

test.each(ROWS)('$name', ({ placement, facts, want }) =>
  expect(misuseMessage(worker({ placement }), facts)).toBe(want),
);

test.each([
  {
    id: 'high',
    value: 1_000_000_001,
    want: `test/high: the priority is 1000000001; give a whole number from -2147483648 to 1000000000 [invalid-props]`,
  },
  {
    id: 'system-high',
    value: 1,
    want: `test/system-high: the priority class is named "system-high"; leave names that start with system- to Kubernetes [invalid-name]`,
  },
])('priority class $id of $value', ({ id, value, want }) => {
  expect(misuseMessage((chart) => new PriorityClass(chart, id, { value }))).toBe(want);
});
