import type { Construct } from 'constructs';
import { clusterOf } from '../cluster-of';
import { misuse } from '../validation/misuse';

const REFERENCE =
  /^(?:([^/]*[.:][^/]*|localhost)\/)?([a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*)(?::(\w[\w.-]{0,127}))?(?:@(\w+:[0-9a-fA-F]{32,}))?$/;
const DEFAULT_REGISTRY = 'docker.io';

/**
 * An image as the cluster is to pull it: from the mirror of its registry, and by digest, where the facts `images.registries` and
 * `images.digests` say so. Other images stay as they are written.
 *
 * @throws {BayplanError} `invalid-props` when the text is no image reference.
 */
export function resolveImage(scope: Construct, image: string): string {
  const match = REFERENCE.exec(image);
  if (!match) {
    const fix = 'write [registry/]path[:tag][@digest], the path in lower case';
    return misuse(scope, `the image is ${JSON.stringify(image)}`, fix);
  }
  const [, registry = DEFAULT_REGISTRY, path = '', tag, digest] = match;
  const { registries, digests } = clusterOf(scope).images;
  // Images of Docker Hub without a user belong to the user “library”, which mirrors need to be told.
  const fullPath = registry === DEFAULT_REGISTRY && !path.includes('/') ? `library/${path}` : path;
  const version = tag === undefined ? '' : `:${tag}`;
  const known = digest ?? digests[image] ?? digests[`${registry}/${fullPath}${version}`];
  const mirror = registries[registry];
  const pinned = known === undefined ? '' : `@${known}`;
  if (mirror !== undefined) return `${mirror}/${fullPath}${version}${pinned}`;
  return digest === undefined ? `${image}${pinned}` : image;
}
