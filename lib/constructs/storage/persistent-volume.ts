import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type {
  CSIPersistentVolumeSource,
  PersistentVolumeSpec,
  PersistentVolume as WirePersistentVolume,
} from '../../../imports/k8s';
import { isDnsSubdomain } from '../../core/names';
import { kubeObject } from '../kube-object';
import { nodeRequirement } from '../placement/node-requirement';
import type { NodeTerm } from '../placement/placement';
import { checkedLabels, type TextMap } from '../validation/checked-labels';
import { checkedName } from '../validation/checked-name';
import { misuse } from '../validation/misuse';
import { type AccessMode, checkedAccessModes } from './access-modes';
import { checkedSize } from './checked-size';

/** Where the data lies. */
export type PersistentVolumeSource =
  /** A directory or file of whatever node the pod runs on: for clusters of one node, and for trying things out. */
  | { readonly hostPath: string /** What must be there. @default anything */; readonly type?: HostPathType }
  /** A disk or directory of certain nodes, which `nodes` has to name. */
  | { readonly local: string /** Of a block device. @default ext4 */; readonly fsType?: string }
  /** A volume that a CSI driver knows by its handle. */
  | { readonly csi: CSIPersistentVolumeSource }
  | { readonly nfs: { readonly server: string; readonly path: string; readonly readOnly?: boolean } };

type HostPathType =
  | 'DirectoryOrCreate'
  | 'Directory'
  | 'FileOrCreate'
  | 'File'
  | 'Socket'
  | 'CharDevice'
  | 'BlockDevice';

interface PersistentVolumeBaseProps {
  /** @default the construct’s id */
  readonly name?: string;
  /** Quantity above zero, such as `10Gi`: what claims may ask for, not what is enforced. */
  readonly size: string;
  /** Name of the class whose claims may have it, which need not exist; `''` is none. */
  readonly storageClass: string;
  /** @default ReadWriteOnce */
  readonly accessModes?: readonly [AccessMode, ...AccessMode[]];
  /** @default Filesystem */
  readonly volumeMode?: 'Filesystem' | 'Block';
  /** What becomes of the data when the claim is deleted. @default Retain, because somebody put it there */
  readonly reclaimPolicy?: 'Retain' | 'Delete';
  /** Terms of which a node must meet one, so that the volume can be used there. @default every node */
  readonly nodes?: readonly [NodeTerm, ...NodeTerm[]];
  /** The only claim that may have it. @default any that fits */
  readonly claim?: { readonly namespace: string; readonly name: string };
  /** Options of mount(8). */
  readonly mountOptions?: readonly string[];
  /** For the selectors of claims. */
  readonly labels?: TextMap;
}

export type PersistentVolumeProps = PersistentVolumeBaseProps & PersistentVolumeSource;

/**
 * A volume that exists, for claims to be bound to.
 *
 * @throws {BayplanError} `invalid-name`, `invalid-quantity` or `invalid-props`, with the construct’s path.
 */
export class PersistentVolume extends Construct {
  readonly name: string;
  readonly volume: ApiObject;

  constructor(scope: Construct, id: string, props: PersistentVolumeProps) {
    super(scope, id);
    const { size, storageClass, volumeMode = 'Filesystem', nodes, claim, labels, mountOptions = [] } = props;
    this.name = checkedName(this, 'the volume', props.name ?? id, 'subdomain');
    const source = volumeSource(this, props);
    if (source.local && !nodes) {
      misuse(this, 'the local volume is on no node', 'name the nodes that have it in nodes');
    }
    this.volume = kubeObject<WirePersistentVolume>(this, 'volume', {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: this.name, labels: labels && checkedLabels(this, 'the label', labels) },
      spec: {
        capacity: { storage: checkedSize(this, 'the size of the volume', size) },
        accessModes: checkedAccessModes(this, props.accessModes ?? ['ReadWriteOnce']),
        volumeMode,
        // Unlike a claim's, a volume's empty class is no word of its own: the API server keeps no field for it.
        storageClassName:
          storageClass === '' ? undefined : checkedName(this, 'the storage class', storageClass, 'subdomain'),
        persistentVolumeReclaimPolicy: props.reclaimPolicy ?? 'Retain',
        claimRef: claim && {
          namespace: checkedName(this, 'the claim’s namespace', claim.namespace),
          name: checkedName(this, 'the claim', claim.name, 'subdomain'),
        },
        nodeAffinity: nodes && { required: { nodeSelectorTerms: nodes.map((term) => nodeTerm(this, term)) } },
        mountOptions: mountOptions.length > 0 ? mountOptions : undefined,
        ...source,
      },
    });
  }
}

const WAYS = ['hostPath', 'local', 'csi', 'nfs'] as const;

function volumeSource(scope: Construct, source: PersistentVolumeSource): PersistentVolumeSpec {
  const ways = WAYS.filter((way) => way in source);
  if (ways.length !== 1) {
    const found = ways.length === 0 ? 'the volume has no source' : `the volume has the sources ${ways.join(' and ')}`;
    misuse(scope, found, `give one of ${WAYS.join(', ')}`);
  }
  if ('hostPath' in source) {
    return { hostPath: { path: checkedPath(scope, 'hostPath', source.hostPath), type: source.type } };
  }
  if ('local' in source) return { local: { path: checkedPath(scope, 'local', source.local), fsType: source.fsType } };
  if ('nfs' in source) {
    if (source.nfs.server === '') misuse(scope, 'the server of nfs is empty', 'give its name or address');
    return { nfs: { ...source.nfs, path: checkedPath(scope, 'nfs', source.nfs.path) } };
  }
  const { driver, volumeHandle } = source.csi;
  if (driver.length > 63 || !isDnsSubdomain(driver.toLowerCase())) {
    misuse(scope, `the driver of csi is "${driver}"`, 'use its name, such as ebs.csi.aws.com', 'invalid-name');
  }
  if (volumeHandle === '') misuse(scope, 'the volumeHandle of csi is empty', 'give what the driver calls the volume');
  return { csi: source.csi };
}

function checkedPath(scope: Construct, subject: string, path: string): string {
  if (path.startsWith('/') && !path.split('/').includes('..')) return path;
  return misuse(scope, `the path of ${subject} is "${path}"`, 'start it with /, without ..');
}

function nodeTerm(scope: Construct, term: NodeTerm) {
  if (term.length === 0) {
    misuse(scope, 'a term of nodes has no requirements', 'give at least one: an empty term is never met');
  }
  return { matchExpressions: term.map((requirement) => nodeRequirement(scope, requirement)) };
}
