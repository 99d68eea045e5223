import type { Construct } from 'constructs';
import type { LabelSelector, PersistentVolumeClaimSpec } from '../../../imports/k8s';

/** Who may use a volume at once: one node, one pod, or many nodes. */
export type AccessMode = 'ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadOnlyMany' | 'ReadWriteMany';

/** What a claim asks for, in a `VolumeClaim`, a claim template or an ephemeral volume. */
export interface VolumeClaimSpecProps {
  /** Quantity above zero, such as `10Gi`. */
  readonly size: string;
  /**
   * Name of the StorageClass; `none` binds only to volumes without a class, `default` leaves the field out, so that the
   * cluster’s default class is taken.
   */
  readonly storageClass: string;
  /** @default ReadWriteOnce */
  readonly accessModes?: readonly [AccessMode, ...AccessMode[]];
  /** A file system, or a raw device. @default Filesystem */
  readonly volumeMode?: 'Filesystem' | 'Block';
  /** Name of a volume that exists: static binding. */
  readonly volumeName?: string;
  /** Labels of volumes that exist; a claim with a selector is never provisioned for. */
  readonly selector?: LabelSelector;
  /** Name of a VolumeAttributesClass; needs Kubernetes 1.34. @default none */
  readonly volumeAttributesClass?: string;
  /** What the new volume’s content is copied from. @default nothing: it starts empty */
  readonly dataSource?: DataSource;
}

/** A snapshot, or another claim of the namespace. */
export type DataSource = { readonly snapshot: string } | { readonly claim: string };

/** A claim’s spec in wire form. */
export function claimSpec(_scope: Construct, props: VolumeClaimSpecProps): PersistentVolumeClaimSpec {
  return {
    accessModes: props.accessModes ?? ['ReadWriteOnce'],
    storageClassName: props.storageClass,
    resources: { requests: { storage: props.size } },
  };
}
