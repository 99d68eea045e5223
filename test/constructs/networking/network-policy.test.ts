import type { Peer, PeerOnPorts } from '../../../lib/constructs/networking/peers';
import { cluster } from '../../support/clusters';
import { renderChart } from '../../support/render-chart';
import { web } from '../../support/workloads';

interface Policy {
  readonly kind: string;
  readonly spec: { readonly policyTypes: string[]; readonly ingress?: unknown; readonly egress?: unknown };
}

function policy(props: Parameters<typeof web>[0], facts = cluster()): Policy['spec'] | undefined {
  return (renderChart(web(props), facts) as Policy[]).find(({ kind }) => kind === 'NetworkPolicy')?.spec;
}

const HTTP = { port: 8080, protocol: 'TCP' };
const BY_NAME = (name: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } });
const WEB = { matchLabels: { 'app.kubernetes.io/name': 'web' } };

const PEERS: readonly { name: string; peer: Peer; from: unknown }[] = [
  { name: 'a workload', peer: { workload: 'web' }, from: [{ podSelector: WEB }] },
  {
    name: 'a workload elsewhere',
    peer: { workload: 'web', namespace: 'till' },
    from: [{ podSelector: WEB, namespaceSelector: BY_NAME('till') }],
  },
  { name: 'a namespace', peer: { namespace: 'till' }, from: [{ namespaceSelector: BY_NAME('till') }] },
  { name: 'pods', peer: { pods: WEB }, from: [{ podSelector: WEB }] },
  {
    name: 'pods elsewhere',
    peer: { pods: WEB, namespaces: {} },
    from: [{ podSelector: WEB, namespaceSelector: {} }],
  },
  { name: 'addresses', peer: { cidr: 'fd00::/8' }, from: [{ ipBlock: { cidr: 'fd00::/8' } }] },
];

test.each(PEERS)('$name in wire form', ({ peer, from }) => {
  expect(policy({ callers: [peer] })?.ingress).toEqual([{ from, ports: [HTTP] }]);
});

test('anybody may call when the caller is anywhere', () => {
  expect(policy({ callers: [{ workload: 'web' }, 'anywhere'] })?.ingress).toEqual([{ ports: [HTTP] }]);
});

test('callers of the same ports share a rule', () => {
  const metrics = { name: 'metrics', number: 9090 };
  const callers: readonly PeerOnPorts[] = [
    { workload: 'web' },
    { peer: { namespace: 'monitoring' }, ports: ['metrics'] },
    { peer: { workload: 'web', namespace: 'till' }, ports: ['http', 9090] },
  ];
  const METRICS = { port: 9090, protocol: 'TCP' };
  expect(policy({ ports: [metrics], callers })?.ingress).toEqual([
    { from: [{ podSelector: WEB }, { podSelector: WEB, namespaceSelector: BY_NAME('till') }], ports: [HTTP, METRICS] },
    { from: [{ namespaceSelector: BY_NAME('monitoring') }], ports: [METRICS] },
  ]);
});

test('without callees anybody may be called, and the policy says that it speaks of callers alone', () => {
  expect(policy({})).toMatchObject({ policyTypes: ['Ingress'] });
  expect(policy({})).not.toHaveProperty('egress');
});

test.each([
  { platform: 'eks', ports: [53] },
  { platform: 'openshift', ports: [53, 5353] },
] as const)('callees leave name resolution open on $platform', ({ platform, ports }) => {
  const both = ports.flatMap((port) => ['UDP', 'TCP'].map((protocol) => ({ port, protocol })));
  expect(policy({ callees: [{ workload: 'web' }] }, cluster({ platform }))).toMatchObject({
    policyTypes: ['Ingress', 'Egress'],
    egress: [{ ports: both }, { to: [{ podSelector: WEB }] }],
  });
});

test('no callees at all means nobody but name resolution', () => {
  expect(policy({ callees: [] })?.egress).toHaveLength(1);
});
