import { z } from 'zod';
import { flag, word } from './leaf';
import { dnsLabel } from './names';

const API_VERSION = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?v[0-9]+((alpha|beta)[0-9]+)?$/;
const KIND = /^[A-Z][A-Za-z0-9]*$/;
const NAME = /^(?!\.{1,2}$)[^/%\s]+$/;

/** An object that exists without us, complete: lists replace the lists of lower layers as a whole. */
export const external = z
  .strictObject({
    apiVersion: word(
      {
        description: 'Group and version; any when left out.',
        pattern: API_VERSION.source,
        examples: ['storage.k8s.io/v1'],
      },
      (value) => API_VERSION.test(value),
      'an apiVersion such as v1 or storage.k8s.io/v1',
    ).optional(),
    kind: word(
      { description: 'Kind of the object.', pattern: KIND.source, examples: ['StorageClass'] },
      (value) => KIND.test(value),
      'a kind: letters and digits, starting with a capital',
    ),
    namespace: dnsLabel('Namespace of the object; none for kinds without.', 'kube-system').optional(),
    name: word(
      { description: 'Name of the object.', pattern: NAME.source, examples: ['gp3'] },
      (value) => NAME.test(value),
      'the name of an object: no blanks, no / and no %',
      'invalid-name',
    ),
    default: flag('Whether it is the default of its kind, as one StorageClass of a cluster is.').optional(),
  })
  .meta({ id: 'External', description: 'An object or API that exists without us and that others may rely on.' });
