import { formatPlace } from '../../lib/core/place';
import { parseFleet } from '../../lib/facts/parse-fleet';
import { fleetText } from './fleet-text';

const YAML = fleetText(`
defaults:
  kubernetes: "1.35"
  labels: { organisation: harbour, gone: x }
  nodePools:
    general:
      min: 1
      max: 3
    stores: { max: 1 }
  externals: [{ kind: StorageClass, name: a }, { kind: StorageClass, name: b }]
tiers:
  production:
    labels: { tier: production }
    nodePools: { general: { max: 9 } }
clusters:
  eu:
    tier: production
    platform: kubeadm
    delivery: { engine: flux }
    zones: [a, b]
    labels: { example.com/unit: sea, gone: null }
    nodePools:
      general:
        min: 2
        zones:
          - a
      stores: null
    volumeDrivers: { ebs.csi.aws.com: { attachLimit: 25 } }
    externals:
      - { kind: StorageClass, name: gp3 }
    reserved: null
  us: { platform: kubeadm, delivery: { engine: flux, source: { git: { path: us } } } }
`);

const rows = [
  { path: 'kubernetes', want: 'defaults fleet.yaml:4:15' },
  { path: 'labels', want: 'cluster fleet.yaml:22:5' },
  { path: 'labels.organisation', want: 'defaults fleet.yaml:5:27' },
  { path: 'labels.tier', want: 'tier production fleet.yaml:14:21' },
  { path: 'labels.example.com/unit', want: 'cluster fleet.yaml:22:33' },
  { path: 'labels["example.com/unit"]', want: 'cluster fleet.yaml:22:33' },
  { path: 'labels.gone', want: 'cluster fleet.yaml:22:44' },
  { path: 'nodePools.general', want: 'cluster fleet.yaml:24:7' },
  { path: 'nodePools.general.min', want: 'cluster fleet.yaml:25:14' },
  { path: 'nodePools.general.max', want: 'tier production fleet.yaml:15:34' },
  { path: 'nodePools.general.zones', want: 'cluster fleet.yaml:26:9' },
  { path: 'nodePools.general.zones[0]', want: 'cluster fleet.yaml:27:13' },
  { path: 'nodePools.general.arch', want: 'built-in fleet.yaml:24:7' },
  { path: 'nodePools.general.name', want: 'built-in fleet.yaml:24:7' },
  { path: 'nodePools.other.max', want: 'cluster fleet.yaml:23:5' },
  { path: 'volumeDrivers.ebs.csi.aws.com.attachLimit', want: 'cluster fleet.yaml:29:54' },
  { path: 'externals[0].name', want: 'cluster fleet.yaml:31:37' },
  { path: 'zones[1]', want: 'cluster fleet.yaml:21:16' },
  { path: 'zones[7]', want: 'cluster fleet.yaml:21:5' },
  { path: 'externals[1].name', want: 'cluster fleet.yaml:30:5' },
  { path: 'nodePools.stores', want: 'cluster fleet.yaml:28:15' },
  { path: 'nodePools.stores.max', want: 'cluster fleet.yaml:28:15' },
  { path: 'reserved', want: 'cluster fleet.yaml:32:15' },
  { path: 'reserved.daemonSets', want: 'built-in fleet.yaml:32:15' },
  { path: 'delivery.source.git.path', want: 'fleet fleet.yaml:2:91' },
  { path: 'delivery.namespace', want: 'built-in fleet.yaml:20:5' },
  { path: 'featureGates', want: 'built-in fleet.yaml:17:3' },
  { path: 'name', want: 'cluster fleet.yaml:17:3' },
  { path: 'tier', want: 'cluster fleet.yaml:18:11' },
  { path: 'nonsense.of[3].all', want: 'cluster fleet.yaml:17:3' },
  { path: '', want: 'cluster fleet.yaml:17:3' },
  { path: '].[', want: 'cluster fleet.yaml:17:3' },
];
const { fleet } = parseFleet(YAML, 'fleet.yaml');

test.each(rows)('$path was written at $want', ({ path, want }) => {
  const { layer, place } = fleet?.provenance('eu', path) ?? {};
  expect(`${layer} ${place ? formatPlace(place) : ''}`).toBe(want);
});

test('a key of the source that the cluster changes', () => {
  expect(fleet?.provenance('us', 'delivery.source.git.path').layer).toBe('cluster');
  expect(fleet?.provenance('us', 'delivery.source.git.url').layer).toBe('fleet');
});

test('an unknown cluster is misuse', () => {
  expect(() => fleet?.provenance('ue', 'zones')).toThrow(
    'the fleet has no cluster "ue"; did you mean "eu"? [unknown-cluster]',
  );
});
