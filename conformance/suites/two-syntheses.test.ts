import { SynthesisProject } from '../faults/synthesis-project';

const SIZE = { clusters: 20, objects: 100 };
const ROUNDS = 5;

test('of two syntheses at once each writes a whole tree or says that the other is writing', async () => {
  const project = new SynthesisProject();
  try {
    const digests = new Map<string, string>();
    for (const generation of ['a', 'b']) {
      project.describe(generation, SIZE);
      expect(await project.synthesize(generation)).toMatchObject({ status: 0 });
      digests.set(generation, project.digest());
    }
    for (let round = 0; round < ROUNDS; round++) {
      const outcomes = await Promise.all(
        ['a', 'b'].map(async (name) => ({ name, ...(await project.synthesize(name)) })),
      );
      const written = outcomes.filter(({ status }) => status === 0);
      expect(written.length).toBeGreaterThan(0);
      for (const { status, errors } of outcomes) {
        if (status !== 0)
          expect({ status, errors }).toEqual({
            status: 2,
            errors: expect.stringMatching(/^[^\n]*is writing it; wait until that run ends[^\n]*\n$/),
          });
      }
      expect(written.map(({ name }) => digests.get(name))).toContain(project.digest());
      expect(project.leftovers()).toEqual([]);
    }
  } finally {
    project.remove();
  }
}, 180_000);
