import { components } from './fleet/components';
import { synthesize } from './lib';

synthesize({ fleet: 'fleet/fleet.yaml', components });
