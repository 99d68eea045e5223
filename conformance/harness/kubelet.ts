import type { KubeClient } from './kube-client';
import { watch } from './watch';

interface Pod {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly deletionTimestamp?: string;
    readonly ownerReferences?: readonly { readonly kind: string }[];
  };
  readonly spec: {
    readonly nodeName?: string;
    readonly containers: readonly { readonly name: string; readonly image: string }[];
  };
  readonly status?: { readonly phase?: string };
}

/**
 * Plays every kubelet: a pod that is bound becomes Running and Ready (a Job's pod, Succeeded), one that is deleted goes.
 *
 * @returns a function that ends it.
 */
export function playKubelets(client: KubeClient): () => void {
  return watch<Pod>(client, '/api/v1/pods', async (pod) => {
    if (!pod.spec.nodeName) return;
    if (pod.metadata.deletionTimestamp) await removed(client, pod);
    else if (pod.status?.phase === 'Pending') await started(client, pod);
  });
}

async function started(client: KubeClient, { metadata, spec }: Pod): Promise<void> {
  const now = new Date().toISOString();
  const done = metadata.ownerReferences?.some(({ kind }) => kind === 'Job') ?? false;
  const state = done
    ? { terminated: { exitCode: 0, reason: 'Completed', startedAt: now, finishedAt: now } }
    : { running: { startedAt: now } };
  const conditions = ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map((type) => ({
    type,
    status: done && type.endsWith('Ready') ? 'False' : 'True',
    lastTransitionTime: now,
  }));
  const containerStatuses = spec.containers.map(({ name, image }) => ({
    name,
    image,
    imageID: image,
    ready: !done,
    restartCount: 0,
    started: !done,
    state,
  }));
  const status = {
    phase: done ? 'Succeeded' : 'Running',
    startTime: now,
    podIP: '10.0.0.1',
    podIPs: [{ ip: '10.0.0.1' }],
    conditions,
    containerStatuses,
  };
  await client.call({
    method: 'PATCH',
    path: `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}/status`,
    contentType: 'application/merge-patch+json',
    body: { status },
  });
}

async function removed(client: KubeClient, { metadata }: Pod): Promise<void> {
  await client.call({
    method: 'DELETE',
    path: `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}`,
    body: { gracePeriodSeconds: 0 },
  });
}
