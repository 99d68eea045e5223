import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '../../harness/wait-for';
import { FluxCluster } from './flux-cluster';

jest.setTimeout(300_000);

/** A component that is taken away again, what goes with it, and what stays because data or other objects hang on it. */
const CASES = [
  {
    name: 'us-prod',
    removed: 'monitoring',
    pruned: ['service/prometheus', 'statefulset/prometheus', 'configmap'],
    kept: ['namespace/monitoring', 'persistentvolumeclaim'],
  },
  {
    name: 'edge',
    removed: 'tutorial',
    pruned: ['pod/nginx', 'deployment/my-deployment', 'networkpolicy/nginx'],
    kept: ['namespace/tutorial', 'persistentvolumeclaim/example', 'persistentvolume/pv-example'],
  },
] as const;

describe.each(CASES)('Flux on $name', ({ name, removed, pruned, kept }) => {
  let flux: FluxCluster;
  beforeAll(async () => {
    flux = await FluxCluster.start(name);
  });
  afterAll(() => flux?.stop());

  test('brings everything up from nothing, in order', async () => {
    flux.bootstrap();
    const states = await flux.converged(await flux.publish(), components(flux));
    const early = states.flatMap((state) =>
      states
        .filter((other) => state.dependsOn.includes(other.name) && other.since > state.since)
        .map((other) => `${state.name} was ready at ${state.since}, ${other.name} at ${other.since}`),
    );
    expect(early).toEqual([]);
  });

  test('comes back when the API server dies in the middle of a reconcile', async () => {
    const folder = join(flux.components, 'boutique');
    for (const file of readdirSync(folder).filter((other) => other.startsWith('deployment-')))
      rollOut(join(folder, file));
    const revision = await flux.publish();
    const { plane } = flux.cluster;
    const started = async () => {
      const state = (await flux.kustomizations()).find((other) => other.name === 'boutique');
      return state?.attempting === revision && !state.ready ? true : undefined;
    };
    await waitFor('the reconcile of boutique', started, { seconds: 60, everyMilliseconds: 20 });
    await plane.killApiServer();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    plane.startApiServer();
    await plane.ready();
    await flux.converged(revision, components(flux), 240);
    const text = flux.cluster.kubectl(['get', 'deployments', '-n', 'boutique', '-o', 'json']);
    const { items }: { readonly items: readonly { readonly spec: unknown }[] } = JSON.parse(text);
    expect(items.filter(({ spec }) => !JSON.stringify(spec).includes('example.com/changed'))).toEqual([]);
  });

  test('prunes a component that is taken away, but for what is guarded', async () => {
    const delivery = join(flux.components, 'delivery');
    rmSync(join(flux.components, removed), { recursive: true });
    rmSync(join(delivery, `kustomization-${removed}.yaml`));
    const list = join(delivery, 'kustomization.yaml');
    writeFileSync(list, readFileSync(list, 'utf8').replace(`- kustomization-${removed}.yaml\n`, ''));
    await flux.converged(await flux.publish(), components(flux));
    const present = (what: string) => {
      const [kind = '', object] = what.split('/');
      const found = flux.cluster.kubectl([
        'get',
        kind,
        ...(object ? [object] : []),
        '-n',
        removed,
        '--ignore-not-found',
        '-o',
        'name',
      ]);
      // The API server’s own: a certificate in each namespace.
      return found.split('\n').filter((line) => line && line !== 'configmap/kube-root-ca.crt');
    };
    const look = async () => {
      const left = pruned.flatMap(present);
      if (left.length > 0) throw new Error(`still there: ${left.join(', ')}`);
      return true;
    };
    await waitFor(`the end of ${removed}`, look, { everyMilliseconds: 500 });
    expect(kept.filter((what) => present(what).length === 0)).toEqual([]);
  });
});

function components(flux: FluxCluster): readonly string[] {
  return readdirSync(join(flux.components, 'delivery'))
    .flatMap((file) => /^kustomization-(.+)\.yaml$/.exec(file)?.[1] ?? [])
    .sort();
}

/** Makes the pods of a Deployment new. */
function rollOut(path: string): void {
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(
    '\n    metadata:\n',
    '\n    metadata:\n      annotations:\n        example.com/changed: "yes"\n',
  );
  if (changed === text) throw new Error(`${path}: no template`);
  writeFileSync(path, changed);
}
