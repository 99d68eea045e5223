import type { Chart } from 'cdk8s';
import { labelIn } from '../../../lib/constructs/placement/node-requirement';
import { PersistentVolume, type PersistentVolumeProps } from '../../../lib/constructs/storage/persistent-volume';
import { misuseMessage } from '../../support/misuse-message';
import { renderYaml } from '../../support/render-yaml';

const BASE = { size: '10Gi', storageClass: '' } as const;

describe('volumes of each source', () => {
  test.each<[name: string, props: PersistentVolumeProps]>([
    ['the tutorial’s: a directory of the node', { ...BASE, hostPath: '/mnt/data' }],
    [
      'local, for one claim',
      {
        ...BASE,
        local: '/mnt/disks/a',
        fsType: 'xfs',
        storageClass: 'local',
        nodes: [
          [labelIn('kubernetes.io/hostname', 'rack-1-node-7')],
          [labelIn('kubernetes.io/hostname', 'rack-1-node-8')],
        ],
        claim: { namespace: 'shop', name: 'data-0' },
        labels: { disk: 'ssd' },
      },
    ],
    [
      'CSI, as a block device',
      {
        ...BASE,
        csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-0a1b2c', volumeAttributes: { partition: '1' } },
        volumeMode: 'Block',
        reclaimPolicy: 'Delete',
        accessModes: ['ReadWriteOncePod'],
      },
    ],
    [
      'NFS',
      {
        ...BASE,
        nfs: { server: 'files.example.com', path: '/exports/shop', readOnly: true },
        accessModes: ['ReadOnlyMany'],
        mountOptions: ['nfsvers=4.2', 'hard'],
      },
    ],
  ])('%s', (_, props) => {
    expect(renderYaml((chart) => new PersistentVolume(chart, 'pv-example', props))).toMatchSnapshot();
  });
});

const MISUSES: readonly { readonly name: string; readonly props: object; readonly message: string }[] = [
  {
    name: 'no source',
    props: {},
    message: 'the volume has no source; give one of hostPath, local, csi, nfs [invalid-props]',
  },
  {
    name: 'two sources',
    props: { hostPath: '/a', local: '/b' },
    message: 'the volume has the sources hostPath and local; give one of hostPath, local, csi, nfs [invalid-props]',
  },
  {
    name: 'a local volume on no node',
    props: { local: '/mnt/disks/a' },
    message: 'the local volume is on no node; name the nodes that have it in nodes [invalid-props]',
  },
  {
    name: 'a term that no node meets',
    props: { local: '/mnt/disks/a', nodes: [[]] },
    message: 'a term of nodes has no requirements; give at least one: an empty term is never met [invalid-props]',
  },
  {
    name: 'a path that leads back',
    props: { hostPath: '/mnt/../etc' },
    message: 'the path of hostPath is "/mnt/../etc"; start it with /, without .. [invalid-props]',
  },
  {
    name: 'a path that is relative',
    props: { nfs: { server: 'a', path: 'exports' } },
    message: 'the path of nfs is "exports"; start it with /, without .. [invalid-props]',
  },
  {
    name: 'no server',
    props: { nfs: { server: '', path: '/' } },
    message: 'the server of nfs is empty; give its name or address [invalid-props]',
  },
  {
    name: 'a driver that is no name',
    props: { csi: { driver: 'my_driver', volumeHandle: 'a' } },
    message: 'the driver of csi is "my_driver"; use its name, such as ebs.csi.aws.com [invalid-name]',
  },
  {
    name: 'no handle',
    props: { csi: { driver: 'ebs.csi.aws.com', volumeHandle: '' } },
    message: 'the volumeHandle of csi is empty; give what the driver calls the volume [invalid-props]',
  },
  {
    name: 'a negative size',
    props: { hostPath: '/a', size: '-10Gi' },
    message: 'the size of the volume is -10Gi; give more than zero, such as 10Gi [invalid-quantity]',
  },
  {
    name: 'a claim in a namespace that cannot be',
    props: { hostPath: '/a', claim: { namespace: 'my.shop', name: 'data' } },
    message:
      'the claim’s namespace is named "my.shop"; use at most 63 of a-z, 0-9 and -, starting and ending with a letter or digit [invalid-name]',
  },
];

test.each(MISUSES)('refuses $name', ({ props, message }) => {
  const build = (chart: Chart) => new PersistentVolume(chart, 'pv', { ...BASE, ...props } as PersistentVolumeProps);
  expect(misuseMessage(build)).toBe(`test/pv: ${message}`);
});
