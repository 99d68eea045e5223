import type { Chart } from 'cdk8s';
import { defineComponent, labelIn, PersistentVolume, StorageClass } from '../../lib';
import { isOnPremises } from '../traits';

/** Disks of the one machine that a site keeps for its stores: where they are mounted, and what they hold. */
const SITE_DISKS = [
  { name: 'stores-disk-1', path: '/mnt/disks/1', size: '20Gi' },
  { name: 'stores-disk-2', path: '/mnt/disks/2', size: '200Gi' },
];

/**
 * Kinds of storage. Every cluster has `lasting`, whose volumes survive their claims, made of what the platform offers;
 * where the platform brings no default class, one of ours is it.
 */
export const storage = defineComponent({
  name: 'storage',
  render(chart, cluster) {
    if ('ebs.csi.aws.com' in cluster.volumeDrivers) {
      new StorageClass(chart, 'gp3', { default: true, ebs: { type: 'gp3' } });
      new StorageClass(chart, 'lasting', { reclaimPolicy: 'Retain', ebs: { type: 'gp3' } });
    } else if ('pd.csi.storage.gke.io' in cluster.volumeDrivers) {
      new StorageClass(chart, 'lasting', { reclaimPolicy: 'Retain', gcePd: { type: 'pd-balanced' } });
    } else if ('disk.csi.azure.com' in cluster.volumeDrivers) {
      new StorageClass(chart, 'lasting', { reclaimPolicy: 'Retain', azureDisk: { skuName: 'Premium_LRS' } });
    } else if (isOnPremises(cluster)) {
      siteDisks(chart);
    } else if (cluster.platform === 'kind') {
      new StorageClass(chart, 'lasting', { reclaimPolicy: 'Retain', provisioner: 'rancher.io/local-path' });
    }
  },
});

/** Nothing makes volumes on a site: they are the disks that are there. */
function siteDisks(chart: Chart): void {
  new StorageClass(chart, 'lasting', { default: true, local: true, reclaimPolicy: 'Retain' });
  for (const { name, path, size } of SITE_DISKS) {
    new PersistentVolume(chart, name, {
      size,
      storageClass: 'lasting',
      local: path,
      nodes: [[labelIn('harbour.example.com/pool', 'stores')]],
    });
  }
}
