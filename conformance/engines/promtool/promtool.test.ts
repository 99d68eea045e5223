import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { toolPath } from '../../tool-path';
import { PROMTOOL } from '../../tools';
import { DIST, PROJECT } from '../fleet-cluster';

/** Where the pod finds its configuration, and its account. */
const MOUNTED = '/etc/prometheus/';
const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount/';
/** Unit tests of the rules. Each says which rules it needs by the cluster from which they are taken. */
const UNIT_TESTS = join(PROJECT, 'fleet', 'components', 'monitoring', 'rules', 'tests');

const configurations = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^clusters\/[^/]+\/[^/]+\/configmap-[^/]*\.yaml$/.test(path))
  .flatMap((path) => {
    const { data = {} }: { readonly data?: Readonly<Record<string, string>> } = parse(
      readFileSync(join(DIST, path), 'utf8'),
    );
    return 'prometheus.yml' in data ? [{ path, cluster: path.split('/')[1] ?? '', data }] : [];
  });

describe('promtool', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bayplan-promtool-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('there is something to judge', () => expect(configurations.length).toBeGreaterThanOrEqual(5));

  test.each(configurations)('accepts the configuration and the rules of $path', ({ data }) => {
    layOut(folder, data);
    expect(
      promtool(['check', 'config', '--lint=all', '--lint-fatal', join(folder, MOUNTED, 'prometheus.yml')]),
    ).toContain('SUCCESS');
  });

  test.each(readdirSync(UNIT_TESTS))('runs the unit tests of %s', (file) => {
    const own = configurations.find(({ cluster }) => cluster === 'eu-prod');
    if (!own) throw new Error('dist: eu-prod has no Prometheus');
    layOut(folder, own.data);
    const target = join(folder, MOUNTED, file);
    writeFileSync(target, readFileSync(join(UNIT_TESTS, file)));
    expect(promtool(['test', 'rules', target])).toContain('SUCCESS');
  });
});

/** Lays files out as the pod sees them, below a folder. */
function layOut(folder: string, data: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(data)) {
    write(
      join(folder, MOUNTED, name),
      text.replaceAll(MOUNTED, join(folder, MOUNTED)).replaceAll(ACCOUNT, join(folder, ACCOUNT)),
    );
  }
  write(join(folder, ACCOUNT, 'token'), 'token');
  write(join(folder, ACCOUNT, 'ca.crt'), '');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What promtool says. @throws {Error} with its words when it refuses. */
function promtool(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(toolPath(PROMTOOL), args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`promtool ${args.join(' ')}: exit ${status}\n${stdout}${stderr}`);
  return stdout + stderr;
}
