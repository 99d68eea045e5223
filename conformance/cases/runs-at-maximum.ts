import type { Trial } from '../fleet/trial';
import { autoscalerOf, unfinished } from '../fleet/unfinished';
import { untilNone } from '../fleet/until-none';
import { simulatedNodes } from '../harness/simulated-nodes';
import type { Case } from './case';

export const runsAtMaximum: Case = {
  title: 'every pod is scheduled at the maximum of its autoscaler on the pools at their maximum',
  judge: async (trial) => {
    const there = new Set(simulatedNodes(trial.cluster, 'min').map(({ node }) => node.metadata.name));
    const more = simulatedNodes(trial.cluster, 'max').filter(({ node }) => !there.has(node.metadata.name));
    await trial.addNodes(more, false);
    await scaleUp(trial);
    return untilNone(120, () => unfinished(trial, 'maxReplicas'));
  },
};

/** Brings the target of every autoscaler to its maximum, as its metrics would. */
async function scaleUp({ applied, plane }: Trial): Promise<void> {
  for (const { document } of applied) {
    const autoscaler = autoscalerOf(document);
    const { namespace } = document.object.metadata;
    if (!autoscaler || namespace === undefined) continue;
    const { apiVersion, kind, name } = autoscaler.scaleTargetRef;
    const target = await plane.paths.of({ apiVersion, kind, metadata: { name, namespace } });
    await plane.client.expect({
      method: 'PATCH',
      path: `${target}/scale`,
      contentType: 'application/merge-patch+json',
      body: { spec: { replicas: autoscaler.maxReplicas } },
    });
  }
}
