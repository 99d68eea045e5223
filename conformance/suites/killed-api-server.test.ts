import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { shippedFleet } from '../fleet/shipped-fleet';
import { untilNone } from '../fleet/until-none';
import { ControlPlane } from '../harness/control-plane';
import { referenceText } from '../harness/object-reference';
import { toolPath } from '../tool-path';
import { KUBECTL } from '../tools';

/** The tree of the cluster without an engine, as docs/delivery.md has a person apply it. */
const TREE = join(__dirname, '../../dist/clusters/laptop/delivery');

let plane: ControlPlane;
beforeAll(async () => {
  plane = await ControlPlane.start({ kubernetes: '1.36' });
}, 60_000);
afterAll(() => plane?.stop());

/** Applies the tree, and tells of each object that was applied. */
function applyTree(
  seen: (count: number) => void,
): Promise<{ readonly status: number | null; readonly errors: string }> {
  const args = ['--kubeconfig', plane.kubeconfig, 'apply', '--server-side', '--validate=strict', '-k', TREE];
  const child = spawn(toolPath(KUBECTL), args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let count = 0;
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    count += text.split('\n').length - 1;
    seen(count);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, errors })));
}

test('an apply that loses the API server says so, and the same apply completes when it is back', async () => {
  let killed: Promise<void> | undefined;
  const first = await applyTree((count) => {
    if (count >= 10) killed ??= plane.killApiServer();
  });
  await killed;
  expect(killed).toBeDefined();
  expect(first.status).not.toBe(0);
  expect(first.errors).toMatch(/connection refused|EOF|was refused|connection reset/);
  plane.startApiServer();
  await plane.ready();
  const second = await applyTree(() => undefined);
  expect(second).toMatchObject({ status: 0, errors: expect.not.stringMatching(/error/i) });
  const laptop = shippedFleet().find(({ cluster }) => cluster.name === 'laptop');
  const missing = await untilNone(10, async () => {
    const looks = (laptop?.documents ?? []).map(async ({ object }) => {
      const { status } = await plane.client.call({ method: 'GET', path: await plane.paths.of(object) });
      return status === 200 ? [] : [referenceText(object)];
    });
    return (await Promise.all(looks)).flat();
  });
  expect(missing).toEqual([]);
}, 120_000);
