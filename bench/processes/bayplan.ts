import { dirname, join } from 'node:path';
import { synthesizeFleet } from '../../lib/synth/synthesize-fleet';
import { shapeComponents } from '../shapes/components';
import { SHAPES, type Shape } from '../shapes/shape';

const project = dirname(dirname(__dirname));

interface Spent {
  /** From reading the fleet file to the last written file. */
  readonly seconds: number;
  /** Time on processors meanwhile, all threads together. */
  readonly cpuSeconds: number;
}

/**
 * Synthesizes a fleet with the components of a shape into a new folder.
 *
 * @throws {Error} when there is any finding: the benchmark's fleet is meant to have none.
 */
function synthesizeShape(shape: Shape, fleetFile: string, out: string): Spent {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const folders = { project, own: join(project, 'lib') };
  const { findings, changes } = synthesizeFleet({ components: shapeComponents(shape), fleetFile, out, folders });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  if (findings.length > 0 || !changes) throw new Error(JSON.stringify(findings.slice(0, 3), undefined, 2));
  return { seconds, cpuSeconds: (user + system) / 1e6 };
}

/** Arguments: a shape, then pairs of a fleet file and an output folder. Prints what the last pair took. */
const [name, ...pairs] = process.argv.slice(2);
const shape = SHAPES.find((known) => known === name);
if (!shape) throw new Error(`"${name}" is no shape`);
let spent: Spent | undefined;
for (let i = 0; i < pairs.length; i += 2) spent = synthesizeShape(shape, pairs[i] ?? '', pairs[i + 1] ?? '');
process.stdout.write(JSON.stringify(spent));
