import { z } from 'zod';
import { KUBERNETES_MINORS, PLATFORMS } from '../cluster';
import { autoscaler } from './autoscaler';
import { delivery } from './delivery';
import { external } from './external';
import { images } from './images';
import { labels } from './labels';
import { choice, fact, flag, word } from './leaf';
import { mapOf } from './map-of';
import { mutator } from './mutator';
import { dnsLabel, dnsSubdomain, labelValue } from './names';
import { nodePool, zone } from './node-pool';
import { reserved } from './reserved';
import { driverName, volumeDriver } from './volume-driver';

const GATE = /^[A-Z][A-Za-z0-9]*$/;

const gateName = word(
  { description: 'Name of a feature gate.', pattern: GATE.source, examples: ['InPlacePodVerticalScaling'] },
  (value) => GATE.test(value),
  'the name of a feature gate: letters and digits, starting with a capital',
  'invalid-name',
);

const poolName = dnsLabel('Name of the pool.', 'general');

/** The facts that every layer may state; what none states has its default or is reported as missing. */
export const clusterFacts = z
  .strictObject({
    kubernetes: fact(choice(KUBERNETES_MINORS, 'Kubernetes minor, in quotes. Required in one of the layers.', '1.36')),
    featureGates: fact(
      mapOf(gateName, fact(flag('On or off.')), 'Feature gates that differ from the minor’s defaults.'),
    ),
    platform: fact(choice(PLATFORMS, 'Who made the control plane. Required in one of the layers.')),
    region: fact(labelValue('Region, as the label topology.kubernetes.io/region of its nodes says.', 'eu-west-1')),
    zones: fact(z.array(zone).meta({ description: 'Zones of the cluster.' })),
    labels: fact(labels('Labels of the cluster: components select and read them.')),
    delivery: fact(delivery),
    nodePools: fact(mapOf(poolName, fact(nodePool), 'Node pools by name.')),
    autoscaler: fact(autoscaler),
    volumeDrivers: fact(mapOf(driverName, fact(volumeDriver), 'CSI drivers by name.')),
    reserved: fact(reserved),
    mutators: fact(
      mapOf(
        dnsSubdomain('Name of the webhook.', 'sidecar-injector'),
        fact(mutator),
        'Webhooks that change pods, by name.',
      ),
    ),
    images: fact(images),
    externals: fact(z.array(external).meta({ description: 'Objects and APIs that exist without us.' })),
  })
  .meta({ id: 'ClusterFacts', description: 'Facts of clusters.' });

/** The layer of one cluster. */
export const clusterLayer = clusterFacts
  .extend({ tier: dnsLabel('Tier whose facts the cluster takes over.', 'production').optional() })
  .meta({ id: 'Cluster', description: 'One Kubernetes cluster. null removes what its tier or the defaults say.' });
