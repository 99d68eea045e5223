import type { Construct } from 'constructs';
import { isDnsSubdomain } from '../../core/names';
import { misuse } from '../validation/misuse';

/** Volumes that exist, of which none is ever made. */
export const NO_PROVISIONER = 'kubernetes.io/no-provisioner';

/** A provisioner that was part of Kubernetes, and is gone. */
interface Removed {
  /** The minor that no longer had it. */
  readonly since: string;
  /** The driver that took its place, where there is one. */
  readonly driver?: string;
}

/**
 * Provisioners that Kubernetes had built in.
 *
 * A class of such a name makes no volume in any supported minor, unless the driver that took its place is installed; then
 * the name is only an alias, and its parameters are translated.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#types-of-volumes
 * @see https://github.com/kubernetes/csi-translation-lib/tree/master/plugins (drivers)
 */
const REMOVED: Readonly<Record<string, Removed>> = {
  'kubernetes.io/aws-ebs': { since: '1.27', driver: 'ebs.csi.aws.com' },
  'kubernetes.io/azure-disk': { since: '1.27', driver: 'disk.csi.azure.com' },
  'kubernetes.io/azure-file': { since: '1.30', driver: 'file.csi.azure.com' },
  'kubernetes.io/cephfs': { since: '1.31', driver: 'cephfs.csi.ceph.com' },
  'kubernetes.io/cinder': { since: '1.26', driver: 'cinder.csi.openstack.org' },
  'kubernetes.io/flocker': { since: '1.25' },
  'kubernetes.io/gce-pd': { since: '1.28', driver: 'pd.csi.storage.gke.io' },
  'kubernetes.io/glusterfs': { since: '1.26' },
  'kubernetes.io/portworx-volume': { since: '1.36', driver: 'pxd.portworx.com' },
  'kubernetes.io/quobyte': { since: '1.25', driver: 'csi.quobyte.com' },
  'kubernetes.io/rbd': { since: '1.31', driver: 'rbd.csi.ceph.com' },
  'kubernetes.io/scaleio': { since: '1.22', driver: 'csi-vxflexos.dellemc.com' },
  'kubernetes.io/storageos': { since: '1.25' },
  'kubernetes.io/vsphere-volume': { since: '1.30', driver: 'csi.vsphere.vmware.com' },
};

/**
 * A provisioner that exists.
 *
 * @throws {BayplanError} `invalid-props` for one that Kubernetes removed, naming the current driver; `invalid-name`.
 */
export function checkedProvisioner(scope: Construct, provisioner: string): string {
  const removed = REMOVED[provisioner];
  if (removed) {
    const { since, driver } = removed;
    const fix = driver ? `use ${driver}` : 'use a CSI driver of another storage: it has no successor';
    misuse(scope, `the provisioner ${provisioner} is gone since Kubernetes ${since}`, fix);
  }
  const [name = '', ...prefix] = provisioner.split('/').reverse();
  if (prefix.length > 1 || !isDnsSubdomain(name.toLowerCase()) || !isDnsSubdomain(prefix[0] ?? name.toLowerCase())) {
    const fix = 'use the name of its driver, such as ebs.csi.aws.com';
    misuse(scope, `the provisioner is named ${JSON.stringify(provisioner)}`, fix, 'invalid-name');
  }
  return provisioner;
}
