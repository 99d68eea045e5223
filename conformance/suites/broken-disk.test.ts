import { type SmallDisk, smallDisk } from '../faults/small-disk';
import { SynthesisProject } from '../faults/synthesis-project';

const SMALL = { clusters: 2, objects: 10 };
const BIG = { clusters: 40, objects: 100 };

let project: SynthesisProject;
let disk: SmallDisk | undefined;

beforeEach(() => {
  project = new SynthesisProject();
  project.describe('a', SMALL);
  project.describe('b', BIG);
});

afterEach(() => {
  disk?.unmount();
  project.remove();
});

/** Mounts, or says openly that nothing is proven here. */
function mounted(folder: string, size: string): SmallDisk | undefined {
  disk = smallDisk(folder, size);
  if (!disk) console.warn('SKIPPED: this user may not mount a file system');
  return disk;
}

test('a full disk leaves the old tree and one clear error; with room, the next run writes the new one', async () => {
  const full = mounted(project.place, '2m');
  if (!full) return;
  expect(await project.synthesize('a')).toMatchObject({ status: 0 });
  const old = project.digest();
  const { status, errors } = await project.synthesize('b');
  expect(status).toBe(2);
  expect(linesOf(errors)).toEqual([
    expect.stringContaining('the disk is full (ENOSPC); free some space, then run again'),
  ]);
  expect(project.digest()).toBe(old);
  expect(project.leftovers()).toEqual([]);
  full.remount('size=128m');
  expect(await project.synthesize('b')).toMatchObject({ status: 0 });
  expect(project.files().length).toBeGreaterThan(BIG.clusters * BIG.objects);
});

test('a read-only dist gives one clear error; writable again, the next run writes the new tree', async () => {
  const whole = mounted(project.place, '128m');
  if (!whole) return;
  expect(await project.synthesize('a')).toMatchObject({ status: 0 });
  const old = project.digest();
  whole.remount('ro');
  const { status, errors } = await project.synthesize('b');
  expect(status).toBe(2);
  expect(linesOf(errors)).toEqual([expect.stringContaining('the file system is read-only (EROFS)')]);
  expect(project.digest()).toBe(old);
  whole.remount('rw');
  expect(await project.synthesize('b')).toMatchObject({ status: 0 });
  expect(project.files().length).toBeGreaterThan(BIG.clusters * BIG.objects);
});

/** What a run said, without findings that are none of this. */
function linesOf(errors: string): readonly string[] {
  return errors.split('\n').filter((line) => line !== '');
}
