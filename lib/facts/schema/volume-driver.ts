import { z } from 'zod';
import { isDnsSubdomain } from '../../core/names';
import { count, fact, word } from './leaf';
import { labelKey } from './names';

/**
 * Name of a CSI driver: a DNS name of at most 63 characters.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-driver-v1/
 */
export const driverName = word(
  { description: 'Name of a CSI driver.', pattern: '^[a-z0-9][-a-z0-9.]{0,62}$', examples: ['ebs.csi.aws.com'] },
  (value) => value.length <= 63 && isDnsSubdomain(value),
  'the name of a CSI driver: a DNS name of at most 63 characters',
  'invalid-name',
);

/** A CSI driver that runs in the cluster, in a layer. */
export const volumeDriver = z
  .strictObject({
    attachLimit: fact(count('Most volumes attached to one node; none stated when left out.', 1)),
    topologyKey: fact(labelKey('Label of the node that says where its volumes live.')),
  })
  .meta({ id: 'VolumeDriver', description: 'A CSI driver that runs in the cluster.' });
