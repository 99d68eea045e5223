import type { Chart } from 'cdk8s';
import { VolumeClaim, type VolumeClaimProps } from '../../../lib/constructs/storage/volume-claim';
import type { Cluster } from '../../../lib/facts/cluster';
import { cluster } from '../../support/clusters';
import { misuseMessage } from '../../support/misuse-message';
import { renderChart } from '../../support/render-chart';
import { renderYaml } from '../../support/render-yaml';

const MINIMAL: VolumeClaimProps = { size: '10Gi', storageClass: 'fast' };

function spec(props: Partial<VolumeClaimProps>): Record<string, unknown> {
  const [object] = renderChart((chart) => new VolumeClaim(chart, 'data', { ...MINIMAL, ...props }));
  return (object as { spec: Record<string, unknown> }).spec;
}

test('a claim to a volume that is made for it', () => {
  expect(renderYaml((chart) => new VolumeClaim(chart, 'data', MINIMAL))).toMatchSnapshot();
});

test('a claim with everything', () => {
  const props: VolumeClaimProps = {
    name: 'archive',
    labels: { 'example.com/keep': 'yes' },
    size: '1.5Ti',
    storageClass: '',
    accessModes: ['ReadWriteMany', 'ReadOnlyMany'],
    volumeMode: 'Block',
    volumeName: 'pv-example',
    selector: { matchLabels: { disk: 'ssd' } },
    volumeAttributesClass: 'gold',
    dataSource: { snapshot: 'before-the-upgrade' },
  };
  expect(renderYaml((chart) => new VolumeClaim(chart, 'data', props))).toMatchSnapshot();
});

test('data comes from a claim, or from what a populator knows', () => {
  expect(spec({ dataSource: { claim: 'old' } }).dataSourceRef).toEqual({ kind: 'PersistentVolumeClaim', name: 'old' });
  const image = { apiGroup: 'images.example.com', kind: 'DiskImage', name: 'debian' };
  expect(spec({ dataSource: image }).dataSourceRef).toEqual(image);
});

test('a claim tells its access modes to those who mount it', () => {
  renderChart((chart) => {
    expect(new VolumeClaim(chart, 'a', MINIMAL).accessModes).toEqual(['ReadWriteOnce']);
    expect(new VolumeClaim(chart, 'b', { ...MINIMAL, accessModes: ['ReadWriteMany'] }).accessModes).toEqual([
      'ReadWriteMany',
    ]);
  });
});

interface Misuse {
  readonly name: string;
  readonly props: object;
  readonly facts?: Partial<Cluster>;
  readonly message: string;
}

const QUANTITY = 'write a number with an optional suffix, such as 250m, 2, 512Mi or 10Gi [invalid-quantity]';
const MISUSES: readonly Misuse[] = [
  {
    name: 'a size with a space',
    props: { size: '10G i' },
    message: `the size of the claim is "10G i", not a Kubernetes quantity; ${QUANTITY}`,
  },
  {
    name: 'no size',
    props: { size: '0' },
    message: 'the size of the claim is 0; give more than zero, such as 10Gi [invalid-quantity]',
  },
  {
    name: 'a negative size',
    props: { size: '-1Gi' },
    message: 'the size of the claim is -1Gi; give more than zero, such as 10Gi [invalid-quantity]',
  },
  {
    name: 'thousandths of bytes',
    props: { size: '10m' },
    message: 'the size of the claim is 10m, not a whole number of bytes; write M or Mi for millions [invalid-quantity]',
  },
  {
    name: 'no class',
    props: { storageClass: undefined },
    message: "the claim names no storage class; name one; '' binds only to volumes without a class [invalid-props]",
  },
  {
    name: 'no access mode',
    props: { accessModes: [] },
    message: 'accessModes is an empty list; give at least one, such as ReadWriteOnce [invalid-props]',
  },
  {
    name: 'an unknown access mode',
    props: { accessModes: ['RWO'] },
    message:
      'an access mode is "RWO"; use one of ReadWriteOnce, ReadWriteOncePod, ReadOnlyMany, ReadWriteMany [invalid-props]',
  },
  {
    name: 'an access mode twice',
    props: { accessModes: ['ReadWriteOnce', 'ReadWriteOnce'] },
    message: 'the access modes are ReadWriteOnce, ReadWriteOnce; give each one once [duplicate-name]',
  },
  {
    name: 'one pod beside others',
    props: { accessModes: ['ReadWriteOncePod', 'ReadWriteMany'] },
    message:
      'the access modes are ReadWriteOncePod, ReadWriteMany; leave the others out: ReadWriteOncePod stands alone [invalid-props]',
  },
  {
    name: 'a VolumeAttributesClass that the cluster drops',
    props: { volumeAttributesClass: 'gold' },
    facts: { kubernetes: '1.33' },
    message:
      'the claim names a VolumeAttributesClass, which Kubernetes 1.33 drops without the feature gate VolumeAttributesClass; leave it out, or turn the gate on and say so in fleet.yaml [invalid-props]',
  },
  {
    name: 'a name that no claim can have',
    props: { name: 'my_claim' },
    message:
      'the claim is named "my_claim"; use at most 253 of a-z, 0-9, - and ., each part starting and ending with a letter or digit [invalid-name]',
  },
];

test.each(MISUSES)('refuses $name', ({ props, facts = {}, message }) => {
  const build = (chart: Chart) => new VolumeClaim(chart, 'data', { ...MINIMAL, ...props } as VolumeClaimProps);
  expect(misuseMessage(build, cluster(facts))).toBe(`test/data: ${message}`);
});
