import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleetSchema } from '../lib/facts/fleet-schema';

writeFileSync(join(__dirname, '..', 'fleet.schema.json'), `${JSON.stringify(fleetSchema(), null, 2)}\n`);
