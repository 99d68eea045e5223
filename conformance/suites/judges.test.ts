import { parse } from 'yaml';
import type { Json, JsonObject } from '../../lib/core/json';
import type { KubeObject } from '../../lib/objects/kube-object';
import { toYaml } from '../../lib/output/yaml';
import { accepted } from '../cases/accepted';
import { noWarning } from '../cases/no-warning';
import { storedAsWritten } from '../cases/stored-as-written';
import type { DeliveredDocument } from '../fleet/delivered-document';
import { shippedFleet } from '../fleet/shipped-fleet';
import { startTrial, type Trial } from '../fleet/trial';
import { unfinished } from '../fleet/unfinished';
import { untilNone } from '../fleet/until-none';

/** What is spoiled in the laptop's tree, by kind and name, and the words that the server has to find for it. */
const SPOILED: Readonly<Record<string, (spec: Record<string, Json>) => void>> = {
  'Service my-deployment': (spec) => {
    spec.sesionAffinity = 'None';
  },
  'PersistentVolume pv-example': (spec) => {
    spec.storageClassName = '';
  },
  'Deployment metrics-server': (spec) => {
    podSpec(spec).nodeSelector = { disktype: 'tape' };
  },
  'Deployment kube-state-metrics': (spec) => {
    podSpec(spec).hostNetwork = true;
  },
};

function podSpec(spec: Record<string, Json>): Record<string, Json> {
  return (spec.template as JsonObject).spec as Record<string, Json>;
}

function spoil(document: DeliveredDocument): DeliveredDocument {
  const change = SPOILED[`${document.object.kind} ${document.object.metadata.name}`];
  if (!change) return document;
  const object = parse(document.yaml) as KubeObject;
  change(object.spec as Record<string, Json>);
  return { ...document, object, yaml: toYaml(object) };
}

let trial: Trial;
beforeAll(async () => {
  const laptop = shippedFleet().find(({ cluster }) => cluster.name === 'laptop');
  if (!laptop) throw new Error('the fleet has no laptop');
  trial = await startTrial({ ...laptop, documents: laptop.documents.map(spoil) });
}, 120_000);
afterAll(() => trial?.stop());

test('a field that does not exist is refused, in the words of the server and with the line that made the object', async () => {
  expect(await accepted.judge(trial)).toEqual([
    expect.stringMatching(
      /^laptop: v1 Service tutorial\/my-deployment: \d{3} .*spec\.sesionAffinity: field not declared in schema\n.*\n +made by tutorial\/my-deployment\/service \(fleet\/components\/tutorial\.ts:\d+\)$/,
    ),
  ]);
});

test('a field that the server drops is found', async () => {
  expect(await storedAsWritten.judge(trial)).toEqual([
    expect.stringContaining('PersistentVolume pv-example: /spec/storageClassName: "" → nothing'),
  ]);
});

test('a pod that Pod Security would refuse is warned of', async () => {
  expect(await noWarning.judge(trial)).toEqual([
    expect.stringMatching(/kube-state-metrics: warning: would violate PodSecurity .*host namespaces/),
  ]);
});

test('a pod without a node and a pod that is refused are told of, in the words of the scheduler and of admission', async () => {
  const problems = await untilNone(20, () => unfinished(trial, 'minReplicas'));
  expect(problems).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/Deployment kube-system\/metrics-server: .*didn't match Pod's node affinity\/selector/),
      expect.stringMatching(/Deployment monitoring\/kube-state-metrics: .*violates PodSecurity/),
    ]),
  );
  expect(problems).toHaveLength(2);
}, 60_000);
