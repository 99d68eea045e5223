import { z } from 'zod';
import { fact, word } from './leaf';
import { mapOf } from './map-of';

const HOST = '[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?';
const PATH = '[a-z0-9][a-z0-9._/-]*';
const REGISTRY = new RegExp(`^${HOST}$`);
const MIRROR = new RegExp(`^${HOST}(/${PATH})?$`);
const TAGGED = new RegExp(`^(${HOST}/)?${PATH}:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$`);
const DIGEST = /^sha256:[0-9a-f]{64}$/;

const registry = word(
  { description: 'Registry that images name.', pattern: REGISTRY.source, examples: ['docker.io'] },
  (value) => REGISTRY.test(value),
  'a registry: a host with an optional port',
);
const mirror = word(
  { description: 'Where to pull from instead.', pattern: MIRROR.source, examples: ['mirror.example.com/docker.io'] },
  (value) => MIRROR.test(value),
  'a registry: a host with an optional port and path, without https://',
);
const image = word(
  { description: 'Image with its tag.', pattern: TAGGED.source, examples: ['nginx:1.29'] },
  (value) => TAGGED.test(value),
  'an image with its tag',
);
const digest = word(
  {
    description: 'Digest that is pulled in place of the tag.',
    pattern: DIGEST.source,
    examples: [`sha256:${'0123456789abcdef'.repeat(4)}`],
  },
  (value) => DIGEST.test(value),
  'a digest: sha256: and 64 of 0-9 and a-f',
);

/** Where images come from, in a layer. */
export const images = z
  .strictObject({
    registries: fact(mapOf(registry, fact(mirror), 'Mirror by registry.')),
    digests: fact(mapOf(image, fact(digest), 'Digest by image with tag.')),
  })
  .meta({ id: 'Images', description: 'Where images come from.' });
