import { z } from 'zod';
import { labels } from './labels';
import { fact } from './leaf';
import { dnsLabel } from './names';
import { resources } from './resources';

/** A webhook that changes pods, in a layer. */
export const mutator = z
  .strictObject({
    namespaceSelector: fact(
      labels('Labels of the namespaces whose pods it changes; {} for all. Required in one of the layers.'),
    ),
    sidecar: fact(
      z
        .strictObject({
          name: fact(dnsLabel('Name of the container. Required in one of the layers.', 'istio-proxy')),
          requests: fact(resources('What the container requests. Required in one of the layers.')),
          limits: fact(resources('What the container may use at most.')),
        })
        .meta({ description: 'The container that it adds. Required in one of the layers.' }),
    ),
  })
  .meta({ id: 'Mutator', description: 'A webhook that changes pods, declared because synthesis cannot see it.' });
