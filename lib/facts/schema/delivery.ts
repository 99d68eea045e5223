import { z } from 'zod';
import { ENGINES, GRAINS, ORDERS } from '../delivery';
import { choice, fact, flag } from './leaf';
import { dnsLabel, dnsSubdomain } from './names';
import { source } from './source';

/** Delivery in a layer. */
export const delivery = z
  .strictObject({
    engine: fact(
      choice(
        ENGINES,
        'What syncs the cluster; none means a person with kubectl apply -k. Required in one of the layers.',
      ),
    ),
    hub: fact(flag('Argo CD only: it runs here and may manage other clusters; false when left out.')),
    managedBy: fact(dnsLabel('Argo CD only: the hub that manages this cluster.', 'ops')),
    grain: fact(choice(GRAINS, 'One file an object (when left out), or one multi-document file a component.')),
    order: fact(choice(ORDERS, 'Whether later commits are ordered too; relaxed when left out.')),
    namespace: fact(dnsLabel('Namespace of the engine; argocd or flux-system when left out.', 'flux-system')),
    destination: fact(
      dnsSubdomain(
        'Argo CD only: name of the cluster at its hub; in-cluster on a hub, else the cluster’s name.',
        'eu-prod',
      ),
    ),
    serviceAccount: fact(dnsSubdomain('Flux only: ServiceAccount that applies the components.', 'deployer')),
    source: fact(source),
  })
  .meta({ id: 'Delivery', description: 'How components reach the cluster.' });
