import { z } from 'zod';
import { ARCHITECTURES, OPERATING_SYSTEMS, SCALERS } from '../node-pool';
import { labels } from './labels';
import { choice, count, fact, flag, word } from './leaf';
import { labelValue } from './names';
import { resources } from './resources';
import { taint } from './taint';

const instanceType = word(
  { description: 'Name of a machine type at the cloud.', pattern: '^\\S+$', examples: ['m7i.xlarge'] },
  (value) => /^\S+$/.test(value),
  'the name of a machine type: one word without blanks',
);

/** A failure domain, as the label `topology.kubernetes.io/zone` names it. */
export const zone = labelValue('Zone, as the label topology.kubernetes.io/zone of its nodes says.', 'eu-west-1a');

/** A node pool in a layer. */
export const nodePool = z
  .strictObject({
    instanceTypes: fact(z.array(instanceType).meta({ description: 'Machine types, the preferred one first.' })),
    zones: fact(z.array(zone).meta({ description: 'Zones of its nodes, out of the cluster’s zones (the default).' })),
    labels: fact(labels('Labels of its nodes, besides those that Kubernetes sets.')),
    taints: fact(z.array(taint).meta({ description: 'Taints of its nodes.' })),
    startupTaints: fact(z.array(taint).meta({ description: 'Taints that a node loses once it is ready.' })),
    min: fact(count('Fewest nodes, over all zones unless perZone; 0 when left out.')),
    max: fact(count('Most nodes, over all zones unless perZone. Required in one of the layers.')),
    perZone: fact(flag('Whether min and max count the nodes of each zone; false when left out.')),
    allocatable: fact(resources('What one node offers to pods; of a running node: kubectl get node -o yaml.')),
    capacity: fact(resources('What the machine has. Without allocatable, what pods get is derived from it.')),
    arch: fact(choice(ARCHITECTURES, 'Processor; amd64 when left out.')),
    os: fact(choice(OPERATING_SYSTEMS, 'Operating system; linux when left out.')),
    scaledBy: fact(choice(SCALERS, 'Who adds and removes nodes; none when left out.')),
    limits: fact(resources('Karpenter only: most resources over all nodes of the pool.')),
  })
  .meta({ id: 'NodePool', description: 'Nodes of one kind.' });
