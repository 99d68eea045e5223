import type { KubeClient } from './kube-client';
import { watch } from './watch';

interface Claim {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly storageClassName?: string;
    readonly accessModes: readonly string[];
    readonly volumeMode?: string;
    readonly resources: { readonly requests: { readonly storage: string } };
  };
  readonly status: { readonly phase: string };
}

interface StorageClass {
  readonly provisioner: string;
  readonly volumeBindingMode?: string;
  readonly reclaimPolicy?: string;
}

const SELECTED_NODE = 'volume.kubernetes.io/selected-node';
const ZONE = 'topology.kubernetes.io/zone';

/**
 * Plays every CSI provisioner: a claim gets a volume once the scheduler has chosen its node (or at once, for Immediate
 * classes), in the zone of that node. The real volume binder binds them.
 *
 * @returns a function that ends it.
 */
export function playProvisioners(client: KubeClient): () => void {
  return watch<Claim>(client, '/api/v1/persistentvolumeclaims', async (claim) => {
    if (claim.status.phase === 'Pending') await provision(client, claim);
  });
}

async function provision(client: KubeClient, claim: Claim): Promise<void> {
  const className = claim.spec.storageClassName;
  if (!className) return;
  const path = `/apis/storage.k8s.io/v1/storageclasses/${className}`;
  const storageClass = await client.expect<StorageClass>({ method: 'GET', path });
  if (storageClass.provisioner === 'kubernetes.io/no-provisioner') return;
  const node = claim.metadata.annotations?.[SELECTED_NODE];
  if (storageClass.volumeBindingMode === 'WaitForFirstConsumer' && !node) return;
  const zone = node ? await zoneOf(client, node) : undefined;
  await client.call({ method: 'POST', path: '/api/v1/persistentvolumes', body: volumeFor(claim, storageClass, zone) });
}

async function zoneOf(client: KubeClient, node: string): Promise<string | undefined> {
  const { metadata } = await client.expect<{ metadata: { labels: Record<string, string> } }>({
    method: 'GET',
    path: `/api/v1/nodes/${node}`,
  });
  return metadata.labels[ZONE];
}

function volumeFor({ metadata, spec }: Claim, storageClass: StorageClass, zone: string | undefined): unknown {
  const terms = [{ matchExpressions: [{ key: ZONE, operator: 'In', values: [zone] }] }];
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: `pvc-${metadata.uid}`,
      annotations: { 'pv.kubernetes.io/provisioned-by': storageClass.provisioner },
    },
    spec: {
      capacity: { storage: spec.resources.requests.storage },
      accessModes: spec.accessModes,
      volumeMode: spec.volumeMode ?? 'Filesystem',
      storageClassName: spec.storageClassName,
      persistentVolumeReclaimPolicy: storageClass.reclaimPolicy ?? 'Delete',
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: metadata.namespace,
        name: metadata.name,
        uid: metadata.uid,
      },
      // A provisioner that is no CSI driver, as kind's, has a slash in its name.
      ...(storageClass.provisioner.includes('/')
        ? { hostPath: { path: `/volumes/${metadata.uid}` } }
        : { csi: { driver: storageClass.provisioner, volumeHandle: metadata.uid } }),
      ...(zone ? { nodeAffinity: { required: { nodeSelectorTerms: terms } } } : {}),
    },
  };
}
