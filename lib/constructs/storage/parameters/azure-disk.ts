import type { Construct } from 'constructs';
import { misuse } from '../../validation/misuse';
import { knownParameters, type ParameterTable } from './parameter-table';

const SKUS = [
  'Premium_LRS',
  'Premium_ZRS',
  'PremiumV2_LRS',
  'StandardSSD_LRS',
  'StandardSSD_ZRS',
  'Standard_LRS',
  'UltraSSD_LRS',
] as const;
const CACHING = ['None', 'ReadOnly', 'ReadWrite'] as const;

/**
 * Parameters of `disk.csi.azure.com`, by the driver’s own names. Azure encrypts all disks.
 *
 * @see https://github.com/kubernetes-sigs/azuredisk-csi-driver/blob/master/docs/driver-parameters.md
 */
export interface AzureDiskParameters {
  /** `ZRS` keeps copies in three zones. @default Premium_LRS, while the driver’s own default is StandardSSD_LRS */
  readonly skuName?: (typeof SKUS)[number];
  /** @default None for PremiumV2_LRS and UltraSSD_LRS, which have no cache, else the driver’s: ReadOnly */
  readonly cachingMode?: (typeof CACHING)[number];
  /** @default ext4 */
  readonly fsType?: 'ext4' | 'ext3' | 'ext2' | 'xfs' | 'btrfs' | 'ntfs';
  readonly 'csi.storage.k8s.io/fstype'?: 'ext4' | 'ext3' | 'ext2' | 'xfs' | 'btrfs' | 'ntfs';
  readonly kind?: 'managed';
  /** I/O operations a second, of PremiumV2_LRS and UltraSSD_LRS. */
  readonly DiskIOPSReadWrite?: number | string;
  /** MB a second, of PremiumV2_LRS and UltraSSD_LRS. */
  readonly DiskMBpsReadWrite?: number | string;
  /** Bytes, of PremiumV2_LRS and UltraSSD_LRS. @default 4096 */
  readonly LogicalSectorSize?: 512 | 4096 | '512' | '4096';
  /** Resource id of the disk encryption set. @default Azure’s own key */
  readonly diskEncryptionSetID?: string;
  readonly diskEncryptionType?: 'EncryptionAtRestWithCustomerKey' | 'EncryptionAtRestWithPlatformAndCustomerKeys';
  readonly networkAccessPolicy?: 'AllowAll' | 'DenyAll' | 'AllowPrivate';
  readonly publicNetworkAccess?: 'Enabled' | 'Disabled';
  /** Resource id, with the policy AllowPrivate. */
  readonly diskAccessID?: string;
  /** Above the provisioned performance, of Premium_LRS. @default false */
  readonly enableBursting?: boolean | 'true' | 'false';
  readonly enablePerformancePlus?: boolean | 'true' | 'false';
  readonly writeAcceleratorEnabled?: boolean | 'true' | 'false';
  readonly perfProfile?: 'none' | 'basic';
  /** Nodes that may attach a disk at once. @default 1 */
  readonly maxShares?: number | string;
  /** @default the cluster’s own */
  readonly location?: string;
  readonly resourceGroup?: string;
  readonly subscriptionID?: string;
  /** `key=value`, joined by commas. */
  readonly tags?: string;
}

const FILE_SYSTEMS = ['ext4', 'ext3', 'ext2', 'xfs', 'btrfs', 'ntfs'];
const TABLE: ParameterTable = {
  caseSensitive: false,
  keys: {
    skuName: SKUS,
    cachingMode: CACHING,
    fsType: FILE_SYSTEMS,
    'csi.storage.k8s.io/fstype': FILE_SYSTEMS,
    kind: ['managed'],
    DiskIOPSReadWrite: 'integer',
    DiskMBpsReadWrite: 'integer',
    LogicalSectorSize: ['512', '4096'],
    diskEncryptionSetID: 'text',
    diskEncryptionType: ['EncryptionAtRestWithCustomerKey', 'EncryptionAtRestWithPlatformAndCustomerKeys'],
    networkAccessPolicy: ['AllowAll', 'DenyAll', 'AllowPrivate'],
    publicNetworkAccess: ['Enabled', 'Disabled'],
    diskAccessID: 'text',
    enableBursting: 'boolean',
    enablePerformancePlus: 'boolean',
    writeAcceleratorEnabled: 'boolean',
    perfProfile: ['none', 'basic'],
    maxShares: 'integer',
    location: 'text',
    resourceGroup: 'text',
    subscriptionID: 'text',
    tags: 'text',
  },
  instead: {
    storageAccountType: 'use skuName',
    storageAccount: 'leave it out: disks in storage accounts are gone',
    zone: 'use zones or allowedTopologies of the class',
    zones: 'use zones or allowedTopologies of the class',
    zoned: 'use zones or allowedTopologies of the class',
  },
};

/** Disks that are sized by performance, and have no cache. */
const TUNABLE: readonly string[] = ['PremiumV2_LRS', 'UltraSSD_LRS'];
const TUNABLE_KEYS = ['DiskIOPSReadWrite', 'DiskMBpsReadWrite', 'LogicalSectorSize'] as const;

/**
 * Parameters of Azure’s managed disks: Premium_LRS unless told otherwise.
 *
 * @throws {BayplanError} `invalid-props` for what the driver or Azure refuses when a disk is made.
 */
export function azureDiskParameters(
  scope: Construct,
  driver: string,
  given: AzureDiskParameters,
): Record<string, string> {
  const known = knownParameters(scope, driver, TABLE, { ...given });
  const { skuName = 'Premium_LRS', cachingMode } = known;
  const isTunable = TUNABLE.includes(skuName);
  for (const key of TUNABLE_KEYS) {
    if (known[key] === undefined || isTunable) continue;
    misuse(scope, `${key} is ${known[key]} for ${skuName}`, `use ${TUNABLE.join(' or ')}, or leave it out`);
  }
  if (isTunable && cachingMode !== undefined && cachingMode !== 'None') {
    misuse(scope, `cachingMode is ${cachingMode} for ${skuName}`, 'use None: these disks have no cache');
  }
  if (known.enableBursting === 'true' && skuName !== 'Premium_LRS') {
    misuse(scope, `enableBursting is true for ${skuName}`, 'use Premium_LRS, or leave it out');
  }
  if (known.diskAccessID !== undefined && known.networkAccessPolicy !== 'AllowPrivate') {
    misuse(scope, 'diskAccessID is given without networkAccessPolicy AllowPrivate', 'give both, or none');
  }
  return { skuName, ...(isTunable ? { cachingMode: 'None' } : {}), ...known };
}
