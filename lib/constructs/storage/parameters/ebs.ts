import type { Construct } from 'constructs';
import { misuse } from '../../validation/misuse';
import { knownParameters, type ParameterTable } from './parameter-table';

const TYPES = ['gp3', 'gp2', 'io1', 'io2', 'st1', 'sc1', 'standard', 'sbg1', 'sbp1'] as const;

/**
 * Parameters of `ebs.csi.aws.com`, by the driver’s own names.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
 */
export interface EbsParameters {
  /** @default gp3 */
  readonly type?: (typeof TYPES)[number];
  /** I/O operations a second, of io1, io2 and gp3; not together with `iopsPerGB`. */
  readonly iops?: number | string;
  /** I/O operations a second for each GiB, of io1, io2 and gp3. */
  readonly iopsPerGB?: number | string;
  /** Raise what `iopsPerGB` gives a small volume to the least that AWS allows, instead of failing. @default false */
  readonly allowAutoIOPSPerGBIncrease?: boolean | 'true' | 'false';
  /** MiB a second, of gp3. @default 125 */
  readonly throughput?: number | string;
  /** @default true, while the driver’s own default is false */
  readonly encrypted?: boolean | 'true' | 'false';
  /** ARN of the key to encrypt with. @default the account’s key for EBS */
  readonly kmsKeyId?: string;
  /** @default ext4 */
  readonly 'csi.storage.k8s.io/fstype'?: 'ext4' | 'ext3' | 'ext2' | 'xfs' | 'ntfs';
  /** Bytes of a block of the file system. */
  readonly blockSize?: number | string;
  readonly inodeSize?: number | string;
  readonly bytesPerInode?: number | string;
  readonly numberOfInodes?: number | string;
  readonly ext4BigAlloc?: boolean | 'true' | 'false';
  readonly ext4ClusterSize?: number | string;
  /** MiB a second at which a snapshot’s blocks are fetched. */
  readonly volumeInitializationRate?: number | string;
  /** Tags of the volume: `key=value`, numbered from 1. */
  readonly [tag: `tagSpecification_${number}`]: string;
}

const TABLE: ParameterTable = {
  caseSensitive: false,
  pattern: /^tagSpecification_\d+$/,
  keys: {
    type: TYPES,
    iops: 'integer',
    iopsPerGB: 'integer',
    allowAutoIOPSPerGBIncrease: 'boolean',
    throughput: 'integer',
    encrypted: 'boolean',
    kmsKeyId: 'text',
    'csi.storage.k8s.io/fstype': ['ext4', 'ext3', 'ext2', 'xfs', 'ntfs'],
    blockExpress: 'boolean',
    blockSize: 'integer',
    inodeSize: 'integer',
    bytesPerInode: 'integer',
    numberOfInodes: 'integer',
    ext4BigAlloc: 'boolean',
    ext4ClusterSize: 'integer',
    volumeInitializationRate: 'integer',
  },
  instead: {
    fsType: 'use csi.storage.k8s.io/fstype',
    zone: 'use zones or allowedTopologies of the class',
    zones: 'use zones or allowedTopologies of the class',
  },
};

const WITH_IOPS: readonly string[] = ['io1', 'io2', 'gp3'];

/**
 * Parameters of EBS volumes: encrypted gp3 unless told otherwise.
 *
 * @throws {BayplanError} `invalid-props` for what the driver or AWS refuses when a volume is made.
 */
export function ebsParameters(scope: Construct, driver: string, given: EbsParameters): Record<string, string> {
  const parameters = { type: 'gp3', encrypted: 'true', ...knownParameters(scope, driver, TABLE, { ...given }) };
  const { type, iops, iopsPerGB, throughput, encrypted, kmsKeyId } = parameters as Record<string, string | undefined>;
  if (iops !== undefined && iopsPerGB !== undefined) {
    misuse(
      scope,
      `iops is ${iops} and iopsPerGB is ${iopsPerGB}`,
      'keep one of them: the driver refuses both together',
    );
  }
  for (const [key, value] of Object.entries({ iops, iopsPerGB })) {
    if (value === undefined || WITH_IOPS.includes(type ?? '')) continue;
    misuse(scope, `${key} is ${value} for the type ${type}`, `use ${WITH_IOPS.join(', ')}, or leave it out`);
  }
  if (throughput !== undefined && type !== 'gp3') {
    misuse(scope, `throughput is ${throughput} for the type ${type}`, 'use gp3, or leave it out');
  }
  if ((type === 'io1' || type === 'io2') && iops === undefined && iopsPerGB === undefined) {
    misuse(scope, `the type ${type} has neither iops nor iopsPerGB`, 'give one of them: AWS has no default for it');
  }
  if (kmsKeyId !== undefined && encrypted === 'false') {
    misuse(scope, 'kmsKeyId is given and encrypted is false', 'leave encrypted out, or kmsKeyId');
  }
  return parameters;
}
