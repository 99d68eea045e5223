import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import {
  VolumeSnapshotClassDeletionPolicy,
  VolumeSnapshotClass as WireVolumeSnapshotClass,
} from '../../../imports/snapshot.storage.k8s.io';
import type { TextMap } from '../validation/checked-labels';
import { checkedName } from '../validation/checked-name';
import { checkedProvisioner } from './provisioners';

export interface VolumeSnapshotClassProps {
  /** @default the construct’s id */
  readonly name?: string;
  /** The CSI driver whose volumes it is for. */
  readonly driver: string;
  /** Whether a snapshot’s data goes with its VolumeSnapshot, or stays until somebody deletes it. */
  readonly deletionPolicy: 'Delete' | 'Retain';
  /** Whether snapshots that name no class get this one; at most one class a driver. @default false */
  readonly default?: boolean;
  /** What only the driver knows. */
  readonly parameters?: TextMap;
}

const DEFAULT_ANNOTATION = 'snapshot.storage.kubernetes.io/is-default-class';
const POLICIES = {
  Delete: VolumeSnapshotClassDeletionPolicy.DELETE,
  Retain: VolumeSnapshotClassDeletionPolicy.RETAIN,
};

/**
 * A kind of snapshot. Its CRD and the snapshot controller have to be provided: not every cluster has them.
 *
 * @throws {BayplanError} `invalid-name`, or `invalid-props` for a driver that is gone.
 */
export class VolumeSnapshotClass extends Construct {
  readonly name: string;
  readonly snapshotClass: ApiObject;

  constructor(scope: Construct, id: string, props: VolumeSnapshotClassProps) {
    super(scope, id);
    const { parameters = {} } = props;
    this.name = checkedName(this, 'the snapshot class', props.name ?? id, 'subdomain');
    this.snapshotClass = new WireVolumeSnapshotClass(this, 'snapshot-class', {
      metadata: { name: this.name, ...(props.default ? { annotations: { [DEFAULT_ANNOTATION]: 'true' } } : {}) },
      driver: checkedProvisioner(this, props.driver),
      deletionPolicy: POLICIES[props.deletionPolicy],
      ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
    });
  }
}
