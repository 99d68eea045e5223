import type { Construct } from 'constructs';
import { misuse } from '../../validation/misuse';
import { knownParameters, type ParameterTable } from './parameter-table';

const TYPES = [
  'pd-standard',
  'pd-balanced',
  'pd-ssd',
  'pd-extreme',
  'hyperdisk-balanced',
  'hyperdisk-balanced-high-availability',
  'hyperdisk-extreme',
  'hyperdisk-ml',
  'hyperdisk-throughput',
  'dynamic',
] as const;

/**
 * Parameters of `pd.csi.storage.gke.io`, by the driver’s own names. Google encrypts all disks.
 *
 * @see https://github.com/kubernetes-sigs/gcp-compute-persistent-disk-csi-driver/blob/master/pkg/parameters/parameters.go
 */
export interface GcePdParameters {
  /** @default pd-balanced, while the driver’s own default is pd-standard */
  readonly type?: (typeof TYPES)[number];
  /** `regional-pd` keeps a copy in a second zone; for pd-standard, pd-balanced and pd-ssd. @default none */
  readonly 'replication-type'?: 'none' | 'regional-pd';
  /** Full name of the key to encrypt with. @default Google’s own */
  readonly 'disk-encryption-kms-key'?: string;
  /** Labels of the disk: `key=value`, joined by commas. */
  readonly labels?: string;
  /** Tags of the disk: `parent/key/value`, joined by commas. */
  readonly 'resource-tags'?: string;
  /** I/O operations a second, of pd-extreme and most hyperdisks. */
  readonly 'provisioned-iops-on-create'?: number | string;
  /** Such as `140Mi` a second, of most hyperdisks. */
  readonly 'provisioned-throughput-on-create'?: string;
  readonly 'availability-class'?: 'none' | 'regional-hard-failover';
  /** Needs a key of one’s own. @default false */
  readonly 'enable-confidential-storage'?: boolean | 'true' | 'false';
  /** Full names of storage pools, joined by commas. */
  readonly 'storage-pools'?: string;
  /** Such as `50Gi` of local SSD. */
  readonly 'data-cache-size'?: string;
  readonly 'data-cache-mode'?: 'writethrough' | 'writeback';
  readonly 'enable-multi-zone-provisioning'?: boolean | 'true' | 'false';
  readonly 'use-allowed-disk-topology'?: boolean | 'true' | 'false';
  readonly 'access-mode'?: 'READ_WRITE_SINGLE' | 'READ_ONLY_MANY' | 'READ_WRITE_MANY';
  /** Types of disks that `dynamic` chooses from. */
  readonly 'pd-type'?: string;
  readonly 'hyperdisk-type'?: string;
  readonly 'disk-type-preference'?: string;
  /** @default ext4 */
  readonly 'csi.storage.k8s.io/fstype'?: 'ext4' | 'ext3' | 'ext2' | 'xfs' | 'btrfs' | 'ntfs';
}

const TABLE: ParameterTable = {
  caseSensitive: false,
  keys: {
    type: TYPES,
    'replication-type': ['none', 'regional-pd'],
    'disk-encryption-kms-key': 'text',
    labels: 'text',
    'resource-tags': 'text',
    'provisioned-iops-on-create': 'integer',
    'provisioned-throughput-on-create': 'text',
    'availability-class': ['none', 'regional-hard-failover'],
    'enable-confidential-storage': 'boolean',
    'storage-pools': 'text',
    'data-cache-size': 'text',
    'data-cache-mode': ['writethrough', 'writeback'],
    'enable-multi-zone-provisioning': 'boolean',
    'use-allowed-disk-topology': 'boolean',
    'access-mode': ['READ_WRITE_SINGLE', 'READ_ONLY_MANY', 'READ_WRITE_MANY'],
    'pd-type': 'text',
    'hyperdisk-type': 'text',
    'disk-type-preference': 'text',
    'csi.storage.k8s.io/fstype': ['ext4', 'ext3', 'ext2', 'xfs', 'btrfs', 'ntfs'],
  },
  instead: {
    fsType: 'use csi.storage.k8s.io/fstype',
    zone: 'use zones or allowedTopologies of the class',
    zones: 'use zones or allowedTopologies of the class',
    iops: 'use provisioned-iops-on-create',
    throughput: 'use provisioned-throughput-on-create',
  },
};

const REGIONAL: readonly string[] = ['pd-standard', 'pd-balanced', 'pd-ssd'];
const WITHOUT_IOPS: readonly string[] = ['pd-standard', 'pd-balanced', 'pd-ssd'];

/**
 * Parameters of Google’s disks: pd-balanced unless told otherwise.
 *
 * @throws {BayplanError} `invalid-props` for what the driver or Google refuses when a disk is made.
 */
export function gcePdParameters(scope: Construct, driver: string, given: GcePdParameters): Record<string, string> {
  const parameters: Record<string, string> = {
    type: 'pd-balanced',
    ...knownParameters(scope, driver, TABLE, { ...given }),
  };
  const { type = '' } = parameters;
  if (parameters['replication-type'] === 'regional-pd' && !REGIONAL.includes(type)) {
    const fix = `use ${REGIONAL.join(', ')}, or the type hyperdisk-balanced-high-availability without it`;
    misuse(scope, `replication-type is regional-pd for the type ${type}`, fix);
  }
  for (const key of ['provisioned-iops-on-create', 'provisioned-throughput-on-create']) {
    if (parameters[key] === undefined || !WITHOUT_IOPS.includes(type)) continue;
    misuse(scope, `${key} is ${parameters[key]} for the type ${type}`, 'use a hyperdisk, or leave it out');
  }
  if (parameters['enable-confidential-storage'] === 'true' && parameters['disk-encryption-kms-key'] === undefined) {
    misuse(scope, 'enable-confidential-storage is true without a key', 'give disk-encryption-kms-key');
  }
  return parameters;
}
