import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ArgoFleet } from './argo-fleet';

jest.setTimeout(600_000);

describe('Argo CD on the hub', () => {
  let fleet: ArgoFleet;
  beforeAll(async () => {
    fleet = await ArgoFleet.start();
  });
  afterAll(() => fleet?.stop());

  test('syncs everything from nothing', async () => {
    const start = performance.now();
    const commit = await fleet.commit('first');
    fleet.bootstrap();
    const states = await fleet.converged(names(fleet), commit, 150);
    console.log(Math.round(performance.now() - start), 'ms', states.map((s) => JSON.stringify(s)).join('\n'));
  });
});

/** Every Application of the tree, and the one that a person applies. */
function names(fleet: ArgoFleet): readonly string[] {
  const delivery = join(fleet.repository.folder, 'dist', 'clusters', 'ops', 'delivery');
  const files = readdirSync(delivery, { recursive: true, encoding: 'utf8' });
  return ['delivery', ...files.flatMap((file) => /application-([^/]+)\.yaml$/.exec(file)?.[1] ?? [])].sort();
}
