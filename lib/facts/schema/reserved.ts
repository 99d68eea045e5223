import { z } from 'zod';
import { wholeLabels } from './labels';
import { fact } from './leaf';
import { mapOf } from './map-of';
import { dnsLabel, dnsSubdomain } from './names';
import { resources, wholeResources } from './resources';

const reservedPod = z
  .strictObject({
    name: dnsSubdomain('Name, for messages and plans.', 'kube-proxy'),
    requests: wholeResources('What it requests on each node.'),
    nodeSelector: wholeLabels('Labels that a node must have; every node when left out.').optional(),
  })
  .meta({ id: 'ReservedPod', description: 'A pod that the platform runs on every matching node.' });

/** What runs in the cluster and is not ours, in a layer. */
export const reserved = z
  .strictObject({
    daemonSets: fact(z.array(reservedPod).meta({ description: 'DaemonSets of the platform.' })),
    staticPods: fact(z.array(reservedPod).meta({ description: 'Static pods of the platform.' })),
    foreignLoad: fact(
      mapOf(
        dnsLabel('Name of a node pool.', 'general'),
        fact(resources('Resources over all nodes of the pool.')),
        'Load of others by node pool: resources over all nodes of the pool.',
      ),
    ),
  })
  .meta({ id: 'Reserved', description: 'What runs in the cluster and is not ours.' });
