import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type {
  LabelSelector,
  PersistentVolumeClaim,
  PersistentVolumeClaimSpec,
  TypedObjectReference,
} from '../../../imports/k8s';
import { compareText } from '../../core/compare';
import { clusterOf } from '../cluster-of';
import { kubeObject } from '../kube-object';
import { checkedLabels, type TextMap } from '../validation/checked-labels';
import { checkedName } from '../validation/checked-name';
import { checkedSelector } from '../validation/checked-selector';
import { misuse } from '../validation/misuse';
import { type AccessMode, checkedAccessModes } from './access-modes';
import { checkedSize } from './checked-size';

/** What a claim asks for, in a `VolumeClaim`, a claim template or an ephemeral volume. */
export interface VolumeClaimSpecProps {
  /** Quantity above zero, such as `10Gi`. It can only grow later, and not in a claim template. */
  readonly size: string;
  /**
   * Name of the StorageClass, always said, so that the cluster’s default class never decides; `''` binds only to volumes
   * without a class.
   */
  readonly storageClass: string;
  /** @default ReadWriteOnce */
  readonly accessModes?: readonly [AccessMode, ...AccessMode[]];
  /** A file system, or a raw device. @default Filesystem */
  readonly volumeMode?: 'Filesystem' | 'Block';
  /** Name of a volume that exists: static binding. */
  readonly volumeName?: string;
  /** Labels of volumes that exist; no volume is ever made for a claim with a selector. */
  readonly selector?: LabelSelector;
  /** Name of a VolumeAttributesClass; needs Kubernetes 1.34, or the feature gate VolumeAttributesClass. @default none */
  readonly volumeAttributesClass?: string;
  /** What the new volume’s content is copied from. @default nothing: it starts empty */
  readonly dataSource?: DataSource;
}

/** A VolumeSnapshot or another claim of the namespace, or an object that some controller makes a volume from. */
export type DataSource =
  | { readonly snapshot: string }
  | { readonly claim: string }
  | { readonly apiGroup: string; readonly kind: string; readonly name: string };

export interface VolumeClaimProps extends VolumeClaimSpecProps {
  /** @default the construct’s id */
  readonly name?: string;
  readonly labels?: TextMap;
}

/**
 * A claim to a volume, for workloads to mount.
 *
 * @throws {BayplanError} `invalid-name`, `invalid-quantity` or `invalid-props`, with the construct’s path.
 */
export class VolumeClaim extends Construct {
  readonly name: string;
  readonly accessModes: readonly AccessMode[];
  readonly claim: ApiObject;

  constructor(scope: Construct, id: string, props: VolumeClaimProps) {
    super(scope, id);
    const { labels } = props;
    this.name = checkedName(this, 'the claim', props.name ?? id, 'subdomain');
    this.accessModes = props.accessModes ?? DEFAULT_ACCESS;
    this.claim = kubeObject<PersistentVolumeClaim>(this, 'claim', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: this.name, labels: labels && checkedLabels(this, 'the label', labels) },
      spec: claimSpec(this, props),
    });
  }
}

const DEFAULT_ACCESS: readonly AccessMode[] = ['ReadWriteOnce'];
const ATTRIBUTES_GATE = 'VolumeAttributesClass';
const ATTRIBUTES_MINOR = '1.34';

/**
 * A claim’s spec in wire form.
 *
 * @throws {BayplanError} `invalid-name`, `invalid-quantity` or `invalid-props`
 */
export function claimSpec(scope: Construct, props: VolumeClaimSpecProps): PersistentVolumeClaimSpec {
  const { size, storageClass, volumeMode = 'Filesystem', volumeName, selector, dataSource } = props;
  if (typeof storageClass !== 'string') {
    const fix = "name one; '' binds only to volumes without a class";
    misuse(scope, 'the claim names no storage class', fix);
  }
  return {
    accessModes: checkedAccessModes(scope, props.accessModes ?? DEFAULT_ACCESS),
    storageClassName: storageClass === '' ? '' : checkedName(scope, 'the storage class', storageClass, 'subdomain'),
    volumeMode,
    volumeName: volumeName === undefined ? undefined : checkedName(scope, 'the volume', volumeName, 'subdomain'),
    selector: selector && checkedSelector(scope, 'the claim’s selector', selector),
    volumeAttributesClassName: attributesClass(scope, props.volumeAttributesClass),
    dataSourceRef: dataSource && dataSourceRef(scope, dataSource),
    resources: { requests: { storage: checkedSize(scope, 'the size of the claim', size) } },
  };
}

function attributesClass(scope: Construct, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const { kubernetes, featureGates } = clusterOf(scope);
  if (!(featureGates[ATTRIBUTES_GATE] ?? compareText(kubernetes, ATTRIBUTES_MINOR) >= 0)) {
    const found = `the claim names a VolumeAttributesClass, which Kubernetes ${kubernetes} drops without the feature gate ${ATTRIBUTES_GATE}`;
    misuse(scope, found, 'leave it out, or turn the gate on and say so in fleet.yaml');
  }
  return checkedName(scope, 'the VolumeAttributesClass', name, 'subdomain');
}

function dataSourceRef(scope: Construct, source: DataSource): TypedObjectReference {
  const named = (name: string) => checkedName(scope, 'the data source', name, 'subdomain');
  if ('snapshot' in source) {
    return { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: named(source.snapshot) };
  }
  if ('claim' in source) return { kind: 'PersistentVolumeClaim', name: named(source.claim) };
  return { apiGroup: source.apiGroup, kind: source.kind, name: named(source.name) };
}
