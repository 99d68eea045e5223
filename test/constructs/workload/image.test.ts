import { App, Chart } from 'cdk8s';
import { resolveImage } from '../../../lib/constructs/workload/image';
import { CLUSTER_CONTEXT } from '../../../lib/core/construct-keys';
import type { Images } from '../../../lib/facts/cluster';
import { cluster } from '../../support/clusters';

const DIGEST = `sha256:${'0'.repeat(64)}`;
const OTHER = `sha256:${'1'.repeat(64)}`;

function resolved(image: string, images: Partial<Images>): string {
  const app = new App();
  app.node.setContext(CLUSTER_CONTEXT, cluster({ images: { registries: {}, digests: {}, ...images } }));
  return resolveImage(new Chart(app, 'test'), image);
}

const HUB = { registries: { 'docker.io': 'mirror.example.com:5000/hub', 'quay.io': 'mirror.example.com/quay' } };

test.each([
  { name: 'an image that no fact names stays as it is', image: 'nginx', images: {}, want: 'nginx' },
  {
    name: 'an official image',
    image: 'nginx:1.29',
    images: HUB,
    want: 'mirror.example.com:5000/hub/library/nginx:1.29',
  },
  {
    name: 'an image of a user',
    image: 'grafana/grafana',
    images: HUB,
    want: 'mirror.example.com:5000/hub/grafana/grafana',
  },
  { name: 'an explicit registry', image: 'quay.io/a/b/c:v1', images: HUB, want: 'mirror.example.com/quay/a/b/c:v1' },
  {
    name: 'a registry without mirror',
    image: 'registry.k8s.io/pause:3.10',
    images: HUB,
    want: 'registry.k8s.io/pause:3.10',
  },
  { name: 'a registry with a port', image: 'localhost:5000/app', images: HUB, want: 'localhost:5000/app' },
  {
    name: 'a digest',
    image: 'nginx:1.29',
    images: { digests: { 'nginx:1.29': DIGEST } },
    want: `nginx:1.29@${DIGEST}`,
  },
  {
    name: 'a digest by full name',
    image: 'nginx:1',
    images: { digests: { 'docker.io/library/nginx:1': DIGEST } },
    want: `nginx:1@${DIGEST}`,
  },
  {
    name: 'a digest of the author’s',
    image: `nginx:1@${OTHER}`,
    images: { digests: { 'nginx:1': DIGEST } },
    want: `nginx:1@${OTHER}`,
  },
  {
    name: 'mirror and digest',
    image: `nginx@${OTHER}`,
    images: HUB,
    want: `mirror.example.com:5000/hub/library/nginx@${OTHER}`,
  },
])('$name', ({ image, images, want }) => expect(resolved(image, images)).toBe(want));

test.each(['', 'Nginx', 'nginx:', 'nginx:a b', 'a//b', 'nginx@sha256:12', '/nginx', 'nginx:1:2'])(
  '"%s" is refused',
  (image) => {
    expect(() => resolved(image, {})).toThrow(`test: the image is "${image}"`);
  },
);
