import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FluxCluster } from './flux-cluster';

jest.setTimeout(300_000);

describe.each(['us-prod', 'edge'])('Flux on %s', (name) => {
  let flux: FluxCluster;
  beforeAll(async () => {
    flux = await FluxCluster.start(name);
  });
  afterAll(() => flux?.stop());

  test('brings everything up from nothing, in order', async () => {
    const start = performance.now();
    flux.bootstrap();
    const states = await flux.converged(await flux.publish(), components(flux));
    console.log(
      name,
      Math.round(performance.now() - start),
      'ms',
      states.map((s) => `${s.name} ${s.since} ${s.message}`).join('\n'),
    );
  });
});

function components(flux: FluxCluster): readonly string[] {
  return readdirSync(join(flux.components, 'delivery'))
    .flatMap((file) => /^kustomization-(.+)\.yaml$/.exec(file)?.[1] ?? [])
    .sort();
}
