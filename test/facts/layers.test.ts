import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { mergeFacts } from '../../lib/facts/layers/merge-facts';
import { parseFleet } from '../../lib/facts/parse-fleet';
import { fleetText, REQUIRED } from './fleet-text';

const rows = [
  { name: 'a cluster wins over its tier and the defaults', layers: ['a: d', 'a: t', 'a: c'], want: { a: 'c' } },
  { name: 'a tier wins over the defaults', layers: ['a: d', 'a: t', ''], want: { a: 't' } },
  {
    name: 'maps are merged key by key',
    layers: ['a: d, b: d', 'b: t, c: t', 'c: c'],
    want: { a: 'd', b: 't', c: 'c' },
  },
  { name: 'null removes', layers: ['a: d, b: d', 'a: null', 'b: ~'], want: {} },
  { name: 'what was removed can come back', layers: ['a: d', 'a: null', 'a: c'], want: { a: 'c' } },
  { name: 'null in the lowest layer removes nothing', layers: ['a: null', '', ''], want: {} },
];
test.each(rows)('$name', ({ layers: [defaults, tier, cluster], want }) => {
  const yaml = fleetText(`
defaults: { labels: { ${defaults} } }
tiers: { production: { labels: { ${tier} } } }
clusters: { eu: { tier: production, ${REQUIRED}, labels: { ${cluster} } } }
`);
  expect(parseFleet(yaml, 'fleet.yaml').fleet?.clusters[0]?.labels).toEqual(want);
});

const pools = 'nodePools: { general: { max: 3, zones: [a, b], labels: { a: b } }, stores: { max: 1 } }';
test.each([
  {
    name: 'lists replace as a whole',
    cluster: 'nodePools: { general: { zones: [c] } }',
    want: { zones: ['c'], labels: { a: 'b' } },
  },
  { name: 'null removes a list', cluster: 'nodePools: { general: { zones: null } }', want: { zones: ['a', 'b', 'c'] } },
  { name: 'null removes a map', cluster: 'nodePools: { general: { labels: null } }', want: { labels: {}, max: 3 } },
  { name: 'null removes a pool', cluster: 'nodePools: { general: null }', want: undefined },
  { name: 'null removes all pools', cluster: 'nodePools: null', want: undefined },
  { name: 'an empty map removes nothing', cluster: 'nodePools: {}', want: { max: 3, labels: { a: 'b' } } },
])('$name', ({ cluster, want }) => {
  const yaml = fleetText(`defaults: { ${pools} }\nclusters: { eu: { ${REQUIRED}, zones: [a, b, c], ${cluster} } }`);
  const { fleet, findings } = parseFleet(yaml, 'fleet.yaml');
  expect(findings).toEqual([]);
  const general = fleet?.clusters[0]?.nodePools.general;
  if (want) expect(general).toMatchObject(want);
  else expect(general).toBeUndefined();
});

const OCI = 'oci: { url: oci://registry.example.com/fleet, tag: main }';
test.each([
  {
    name: 'the fleet’s source',
    defaults: '',
    cluster: '',
    want: { git: { path: 'dist', revision: 'refs/heads/main' } },
  },
  {
    name: 'one key of it',
    defaults: '',
    cluster: 'git: { path: out }',
    want: { git: { path: 'out', revision: 'refs/heads/main' } },
  },
  { name: 'another kind', defaults: '', cluster: OCI, want: { oci: { tag: 'main' } } },
  {
    name: 'and back',
    defaults: OCI,
    cluster: 'git: { url: ssh://g/x, revision: refs/heads/x, path: . }',
    want: { git: { path: '.' } },
  },
])('a cluster takes over $name', ({ defaults, cluster, want }) => {
  const yaml = fleetText(`
defaults: { delivery: { source: { ${defaults} } } }
clusters: { eu: { platform: kind, kubernetes: "1.35", delivery: { engine: flux, source: { ${cluster} } } } }
`);
  const source = parseFleet(yaml, 'fleet.yaml').fleet?.clusters[0]?.delivery.source ?? {};
  expect(source).toMatchObject(want);
  expect(Object.keys(source)).toEqual(Object.keys(want));
});

test('blank layers are empty', () => {
  const yaml = fleetText(`defaults:\ntiers:\n  a:\nclusters: { eu: { tier: a, ${REQUIRED} } }`);
  expect(parseFleet(yaml, 'fleet.yaml').findings).toEqual([]);
});

const key = fc.constantFrom('a', 'b', 'c', 'constructor');
const layer = fc.letrec<{ map: Record<string, unknown>; value: unknown }>((tie) => ({
  map: fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  value: fc.oneof({ maxDepth: 3 }, fc.constantFrom('x', 1, true, null, ['y']), tie('map')),
})).map;

/** Without nulls: what is left of a layer that lies on nothing. */
const alone = (facts: Record<string, unknown>) => mergeFacts({}, facts);

test('merging is associative, and the upper layer comes through whole', () => {
  fc.assert(
    fc.property(layer, layer, layer, (low, middle, high) => {
      // Nulls work on what lies below them, so only the bottom may be stripped of them first.
      const stepwise = mergeFacts(mergeFacts(alone(low), middle), high);
      expect(mergeFacts(alone(stepwise), {})).toEqual(stepwise);
      expect(mergeFacts(alone(low), alone(high))).toEqual(mergeFacts(mergeFacts(alone(low), {}), alone(high)));
      expect(JSON.stringify(stepwise)).not.toContain('null');
      expect(mergeFacts(stepwise, alone(high))).toEqual(stepwise);
    }),
  );
});

test('the order of the layers’ keys and of the clusters changes no fact', () => {
  const clusters = { eu: 'production', us: 'production', ap: 'staging', sa: undefined };
  const shuffled = fc.shuffledSubarray(Object.keys(clusters) as (keyof typeof clusters)[], { minLength: 4 });
  const keys = fc.shuffledSubarray(['defaults', 'tiers', 'clusters', 'fleet', 'source'] as const, { minLength: 5 });
  const facts = (names: readonly (keyof typeof clusters)[], order: readonly string[]) => {
    const file: Record<string, unknown> = {
      fleet: 'harbour',
      source: { git: { url: 'https://git.example.com/fleet.git', revision: 'refs/heads/main', path: 'dist' } },
      defaults: { kubernetes: '1.35', platform: 'kind', delivery: { engine: 'flux' }, labels: { a: 'd', b: 'd' } },
      tiers: { production: { labels: { b: 't' } }, staging: { kubernetes: '1.36' } },
      clusters: Object.fromEntries(names.map((name) => [name, { tier: clusters[name], labels: { c: name } }])),
    };
    const { fleet } = parseFleet(stringify(Object.fromEntries(order.map((one) => [one, file[one]]))), 'fleet.yaml');
    expect(fleet?.clusters.map(({ name }) => name)).toEqual(names);
    return Object.fromEntries(fleet?.clusters.map((cluster) => [cluster.name, cluster]) ?? []);
  };
  const want = facts(['eu', 'us', 'ap', 'sa'], ['fleet', 'source', 'defaults', 'tiers', 'clusters']);
  fc.assert(
    fc.property(shuffled, keys, (names, order) => expect(facts(names, order)).toEqual(want)),
    { numRuns: 30 },
  );
});
