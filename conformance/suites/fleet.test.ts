import { CASES } from '../cases/cases';
import { shippedFleet } from '../fleet/shipped-fleet';
import { startTrial, type Trial } from '../fleet/trial';
import { nearestMinor } from '../nearest-minor';
import { recordTrial } from '../results/records';
import { unusedWaivers } from '../waivers';

const clusters = shippedFleet().map((shipped) => ({
  ...shipped,
  name: shipped.cluster.name,
  minor: nearestMinor(shipped.cluster.kubernetes),
}));

describe.each(clusters)('$name on Kubernetes $minor', (shipped) => {
  let trial: Trial;
  let start = 0;

  beforeAll(async () => {
    start = performance.now();
    trial = await startTrial(shipped);
  }, 120_000);

  afterAll(async () => {
    if (!trial) return;
    await recordTrial(trial, (performance.now() - start) / 1000);
    await trial.stop();
  }, 60_000);

  test.each(CASES)(
    '$title',
    async ({ judge }) => {
      const problems = await judge(trial);
      if (problems.length > 0) throw new Error(`${problems.length} found\n${problems.join('\n')}`);
    },
    180_000,
  );
});

test('every waiver waives something', () => expect(unusedWaivers()).toEqual([]));
