import { dirname, join } from 'node:path';
import { synthesizeFleet } from '../../lib/synth/synthesize-fleet';
import { shapeComponents } from '../shapes/components';
import { SHAPES, type Shape } from '../shapes/shape';

const project = dirname(dirname(__dirname));

/**
 * Synthesizes a fleet with the components of a shape into a new folder.
 *
 * @returns seconds from reading the fleet file to the last written file.
 * @throws {Error} when there is any finding: the benchmark's fleet is meant to have none.
 */
function synthesizeShape(shape: Shape, fleetFile: string, out: string): number {
  const start = performance.now();
  const folders = { project, own: join(project, 'lib') };
  const { findings, changes } = synthesizeFleet({ components: shapeComponents(shape), fleetFile, out, folders });
  const seconds = (performance.now() - start) / 1000;
  if (findings.length > 0 || !changes) throw new Error(JSON.stringify(findings.slice(0, 3), undefined, 2));
  return seconds;
}

/** Arguments: a shape, then pairs of a fleet file and an output folder. Prints the seconds of the last pair. */
const [name, ...pairs] = process.argv.slice(2);
const shape = SHAPES.find((known) => known === name);
if (!shape) throw new Error(`"${name}" is no shape`);
let seconds = 0;
for (let i = 0; i < pairs.length; i += 2) seconds = synthesizeShape(shape, pairs[i] ?? '', pairs[i + 1] ?? '');
process.stdout.write(JSON.stringify({ seconds }));
