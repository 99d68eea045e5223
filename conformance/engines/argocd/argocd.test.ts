import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '../../harness/wait-for';
import { type ApplicationState, ArgoFleet } from './argo-fleet';

jest.setTimeout(600_000);

const SECOND = 1000;

describe('Argo CD on the hub', () => {
  let fleet: ArgoFleet;
  let commit = '';
  beforeAll(async () => {
    fleet = await ArgoFleet.start();
  });
  afterAll(() => fleet?.stop());

  test('syncs everything from nothing, wave by wave', async () => {
    commit = await fleet.commit('first');
    fleet.bootstrap();
    const states = await fleet.converged(names(fleet), commit);
    expect(outOfOrder(states)).toEqual([]);
  });

  test('a bootstrap leaves what the installation wrote', () => {
    const text = fleet.hub.kubectl(['get', 'configmap', '-n', 'argocd', 'argocd-cm', '-o', 'json']);
    const { data }: { readonly data: Record<string, string> } = JSON.parse(text);
    expect(Object.keys(data).sort()).toEqual([
      'cluster.inClusterEnabled',
      'resource.customizations.health.argoproj.io_Application',
    ]);
  });

  test('the values of a chart reach its release', () => {
    const text = fleet.hub.kubectl(['get', 'configmap', '-n', 'cert-manager', 'cert-manager-values', '-o', 'json']);
    const { data }: { readonly data: { readonly values: string } } = JSON.parse(text);
    expect(JSON.parse(data.values)).toMatchObject({ crds: { enabled: true, keep: true }, replicaCount: 2 });
  });

  test('a second look changes nothing', async () => {
    const before = (await fleet.applications()).map(({ name, syncs }) => [name, syncs]);
    fleet.refresh();
    await refreshed(fleet);
    const after = await fleet.converged(names(fleet), commit);
    expect(after.map(({ name, syncs }) => [name, syncs])).toEqual(before);
  });

  test('leaves the replicas to the autoscaler', async () => {
    const { kubectl } = fleet.cluster('eu-prod');
    const replicas = () => {
      const path = ['get', 'deployment', '-n', 'boutique', 'frontend', '-o', 'jsonpath={.spec.replicas}'];
      return Number(kubectl(path));
    };
    const idle = replicas();
    fleet.metrics.get('eu-prod')?.load.set('frontend', 2);
    const look = async () => (replicas() > idle ? replicas() : undefined);
    const scaled = await waitFor('the autoscaler adds pods under load', look, { seconds: 90, everyMilliseconds: 1000 });
    fleet.refresh();
    await refreshed(fleet);
    await new Promise((resolve) => setTimeout(resolve, 15 * SECOND));
    expect(replicas()).toBeGreaterThanOrEqual(scaled);
    const state = (await fleet.applications()).find(({ name }) => name === 'eu-prod-boutique');
    expect(state?.sync).toBe('Synced');
  });

  test('puts back what somebody else changed', async () => {
    const { kubectl } = fleet.cluster('eu-prod');
    kubectl(['label', 'namespace', 'boutique', 'pod-security.kubernetes.io/enforce=privileged', '--overwrite']);
    const look = async () =>
      kubectl(['get', 'namespace', 'boutique', '-o', 'json']).includes(
        '"pod-security.kubernetes.io/enforce": "restricted"',
      )
        ? true
        : undefined;
    await waitFor('the level of the namespace', look, { seconds: 60, everyMilliseconds: 500 });
  });

  test('a later commit that changes two dependent components converges', async () => {
    const marked = ['storage/storageclass-lasting.yaml', 'monitoring/configmap-'];
    commit = await fleet.commit('second', (clusters) => {
      const folder = join(clusters, 'eu-prod');
      for (const start of marked) {
        const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
        for (const name of files.filter((file) => file.startsWith(start))) annotate(join(folder, name));
      }
    });
    fleet.refresh();
    const states = await fleet.converged(names(fleet), commit);
    const { kubectl } = fleet.cluster('eu-prod');
    expect(kubectl(['get', 'storageclass', 'lasting', '-o', 'json'])).toContain('example.com/changed');
    expect(kubectl(['get', 'configmap', '-n', 'monitoring', '-o', 'json'])).toContain('example.com/changed');
    expect(states.filter(({ sync }) => sync !== 'Synced')).toEqual([]);
  });
});

/** Every Application of the tree, and the one that a person applies. */
function names(fleet: ArgoFleet): readonly string[] {
  const delivery = join(fleet.repository.folder, 'dist', 'clusters', 'ops', 'delivery');
  const files = readdirSync(delivery, { recursive: true, encoding: 'utf8' });
  return ['delivery', ...files.flatMap((file) => /application-([^/]+)\.yaml$/.exec(file)?.[1] ?? [])].sort();
}

/** Applications of a cluster that were made before one of a lower wave was synced. */
function outOfOrder(states: readonly ApplicationState[]): readonly string[] {
  return states.flatMap((later) =>
    states
      .filter((earlier) => earlier.project === later.project && earlier.wave < later.wave)
      .filter((earlier) => earlier.firstSynced === '' || later.created < earlier.firstSynced)
      .map(
        (earlier) =>
          `${later.name} (wave ${later.wave}) was made at ${later.created}, ` +
          `${earlier.name} (wave ${earlier.wave}) was synced at ${earlier.firstSynced}`,
      ),
  );
}

function annotate(path: string): void {
  const text = readFileSync(path, 'utf8');
  const changed = text.includes('\n  annotations:\n')
    ? text.replace('\n  annotations:\n', '\n  annotations:\n    example.com/changed: "yes"\n')
    : text.replace('\nmetadata:\n', '\nmetadata:\n  annotations:\n    example.com/changed: "yes"\n');
  writeFileSync(path, changed);
}

/** Waits until Argo CD has looked at every Application again. */
async function refreshed(fleet: ArgoFleet): Promise<void> {
  const look = async () => {
    const text = fleet.hub.kubectl(['get', 'applications', '-n', 'argocd', '-o', 'json']);
    return text.includes('"argocd.argoproj.io/refresh"') ? undefined : true;
  };
  await waitFor('a look at every Application', look, { seconds: 120, everyMilliseconds: 500 });
}
