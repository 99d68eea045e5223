import type { Cluster } from '../../lib/facts/cluster';
import { ControlPlane } from '../harness/control-plane';
import { messageOf, type Reply } from '../harness/kube-client';
import { playKubelets } from '../harness/kubelet';
import { type ObjectReference, referenceText } from '../harness/object-reference';
import { platformPods } from '../harness/platform-pods';
import { playProvisioners } from '../harness/provisioner';
import { type SimulatedNode, simulatedNodes } from '../harness/simulated-nodes';
import { nearestMinor } from '../nearest-minor';
import type { DeliveredDocument } from './delivered-document';
import { originOf } from './origin';
import { definitionsFor, externalObjects } from './prerequisites';
import type { ShippedCluster } from './shipped-fleet';
import { untilNone } from './until-none';

/** A document with what the server answered when it was applied first. */
export interface Applied {
  readonly document: DeliveredDocument;
  readonly reply: Reply;
}

/** A cluster of the fleet on a real control plane, with everything applied: what the cases judge. */
export interface Trial {
  readonly cluster: Cluster;
  readonly plane: ControlPlane;
  readonly applied: readonly Applied[];
  /** Adds nodes with the platform's pods; `foreign` shares the load of others out over them. */
  readonly addNodes: (nodes: readonly SimulatedNode[], foreign: boolean) => Promise<void>;
  /** A failure in full: cluster, object, the server's own words, and the line that made the object. */
  readonly problem: (document: DeliveredDocument, words: string) => string;
  readonly stop: () => Promise<void>;
}

/** Starts the control plane of a cluster and applies what `dist` brings to it, in the order of delivery. */
export async function startTrial({ cluster, documents }: ShippedCluster): Promise<Trial> {
  const plane = await ControlPlane.start({ kubernetes: nearestMinor(cluster.kubernetes) });
  const endings = [playKubelets(plane.client), playProvisioners(plane.client)];
  const stop = async (): Promise<void> => {
    for (const end of endings) end();
    await plane.stop();
  };
  const addNodes: Trial['addNodes'] = async (nodes, foreign) => {
    await plane.nodes(nodes);
    await Promise.all(
      platformPods({ cluster, nodes, foreign }).map((pod) =>
        plane.client.expect({ method: 'POST', path: '/api/v1/namespaces/platform/pods', body: pod }),
      ),
    );
  };
  const problem: Trial['problem'] = ({ object, component, file, path }, words) =>
    `${cluster.name}: ${referenceText(object)}: ${words}\n    file ${file}\n    made by ${originOf(cluster, component, path)}`;
  try {
    await prepare(plane, cluster, documents);
    await addNodes(simulatedNodes(cluster, 'min'), true);
    const applied: Applied[] = [];
    for (const document of documents) applied.push({ document, reply: await applyWhenServed(plane, document) });
    return { cluster, plane, applied, addNodes, problem, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What is there before us: definitions of custom kinds, and what the facts call external. */
async function prepare(plane: ControlPlane, cluster: Cluster, documents: readonly DeliveredDocument[]): Promise<void> {
  const objects = documents.map(({ object }) => object);
  for (const { object, yaml } of definitionsFor(objects)) await mustApply(plane, object, yaml);
  for (const object of externalObjects(cluster)) await mustApply(plane, object, JSON.stringify(object));
  // Pods are refused until the controllers have made the namespace's own account.
  const account = '/api/v1/namespaces/platform/serviceaccounts/default';
  await plane.waitFor('the service account of the platform', async () => {
    return (await plane.client.call({ method: 'GET', path: account })).status === 200 ? true : undefined;
  });
}

async function mustApply(plane: ControlPlane, object: ObjectReference, yaml: string): Promise<void> {
  const { status, body } = await plane.apply(object, yaml);
  if (status >= 300) throw new Error(`${referenceText(object)}: ${status} ${messageOf(body)}`);
}

/** Applies, and again for a while when the kind is new or the default service account is not there yet. */
async function applyWhenServed(plane: ControlPlane, { object, yaml }: DeliveredDocument): Promise<Reply> {
  let reply: Reply = { status: 0, body: '', warnings: [] };
  await untilNone(10, async () => {
    reply = await plane.apply(object, yaml).catch((error: Error) => ({ status: 0, body: error.message, warnings: [] }));
    return reply.status === 0 || reply.status === 404 || isAccountMissing(reply) ? [messageOf(reply.body)] : [];
  });
  return reply;
}

function isAccountMissing({ status, body }: Reply): boolean {
  return status === 403 && /serviceaccount .* not found/.test(messageOf(body));
}
