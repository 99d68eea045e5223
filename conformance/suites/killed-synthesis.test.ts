import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { recoverTree } from '../../lib/output/workspace';
import { SynthesisProject } from '../faults/synthesis-project';

const KILLS = 50;
const SEED = 1;
const SIZE = { clusters: 50, objects: 100 };

/** Numbers from 0 to 1, the same for the same seed. @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test(`killed at ${KILLS} random moments while it rewrites 5,000 files, a run leaves the old tree or the new one`, async () => {
  const project = new SynthesisProject();
  try {
    for (const generation of ['a', 'b']) project.describe(generation, SIZE);
    const digests: Record<string, string> = {};
    for (const generation of ['b', 'a']) {
      expect(await project.synthesize(generation)).toMatchObject({ status: 0 });
      digests[generation] = project.digest();
    }
    expect(project.files().length).toBeGreaterThanOrEqual(SIZE.clusters * SIZE.objects);
    const work = join(project.place, '.bayplan-dist');
    const writing = await writingMilliseconds(project, work);
    const random = seeded(SEED);
    const outcomes = { old: 0, new: 0 };
    let window = writing;
    let now = 'b';
    while (outcomes.old + outcomes.new < KILLS) {
      const next = now === 'a' ? 'b' : 'a';
      const run = project.start(next);
      while (!existsSync(work)) await pause(2);
      await pause(random() * window);
      const { status } = await project.kill(run);
      recoverTree(project.out);
      const digest = project.digest();
      expect([digests.a, digests.b]).toContain(digest);
      expect(project.leftovers()).toEqual([]);
      const isNew = digest === digests[next];
      if (isNew) now = next;
      // A run that ended before it was killed proves nothing: kill a little earlier.
      if (status === 0) window *= 0.9;
      else outcomes[isNew ? 'new' : 'old']++;
    }
    console.info(
      `killed while writing for ${Math.round(window)} ms: ${outcomes.old} times the old tree, ${outcomes.new} times the new`,
    );
    // The moments have to fall before and after the decision, or nothing is proven.
    expect(Math.min(outcomes.old, outcomes.new)).toBeGreaterThan(0);
    const next = now === 'a' ? 'b' : 'a';
    await project.kill(project.start(next));
    expect(await project.synthesize(next)).toMatchObject({ status: 0 });
    expect(project.digest()).toBe(digests[next]);
  } finally {
    project.remove();
  }
}, 900_000);

/** How long a run writes, once: from the moment its workspace is there until it has ended. */
async function writingMilliseconds(project: SynthesisProject, work: string): Promise<number> {
  const { outcome } = project.start('b');
  while (!existsSync(work)) await pause(2);
  const start = performance.now();
  expect(await outcome).toMatchObject({ status: 0 });
  return performance.now() - start;
}
