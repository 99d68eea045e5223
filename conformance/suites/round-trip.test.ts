import { toYaml } from '../../lib/output/yaml';
import { NASTY } from '../../test/output/nasty-texts';
import { ControlPlane } from '../harness/control-plane';
import { messageOf } from '../harness/kube-client';
import type { ObjectReference } from '../harness/object-reference';
import { MINORS } from '../tools';

interface Written extends ObjectReference {
  readonly metadata: ObjectReference['metadata'] & { readonly annotations?: Readonly<Record<string, string>> };
  readonly [field: string]: unknown;
}

const numbered = Object.fromEntries(NASTY.map((text, index) => [`text-${index}`, text]));
const asKeys = Object.fromEntries(
  NASTY.filter((text) => /^[-._a-zA-Z0-9]{1,253}$/.test(text)).map((text) => [text, text]),
);
const metadata = { name: 'nasty', namespace: 'default' };

/** Each place in which a text of a user ends up, with what the server has to give back of it. */
const OBJECTS: readonly { readonly name: string; readonly object: Written; readonly field: string }[] = [
  { name: 'values of a ConfigMap', object: configMap(numbered), field: 'data' },
  { name: 'keys of a ConfigMap', object: configMap(withoutDots(asKeys)), field: 'data' },
  {
    name: 'annotations',
    object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { ...metadata, annotations: numbered } },
    field: 'metadata',
  },
  {
    name: 'arguments and environment of a container',
    object: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: 0,
        selector: { matchLabels: { app: 'nasty' } },
        template: {
          metadata: { labels: { app: 'nasty' }, annotations: numbered },
          spec: {
            containers: [
              {
                name: 'main',
                image: 'nginx',
                args: NASTY,
                // An empty value is the same as none, and the server keeps none.
                env: Object.entries(numbered).map(([name, value]) => (value === '' ? { name } : { name, value })),
              },
            ],
          },
        },
      },
    },
    field: 'spec',
  },
];

describe.each(MINORS.map((minor) => ({ minor })))('Kubernetes $minor', ({ minor }) => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await ControlPlane.start({ kubernetes: minor });
  }, 60_000);
  afterAll(() => plane?.stop());

  test.each(OBJECTS)('$name come back as they were written', async ({ object, field }) => {
    const { status, body } = await plane.apply(object, toYaml(object));
    expect({ status, message: status < 300 ? '' : messageOf(body) }).toEqual({
      status: expect.any(Number),
      message: '',
    });
    expect((body as Written)[field]).toMatchObject(object[field] as object);
    await plane.client.expect({ method: 'DELETE', path: await plane.paths.of(object) });
  });
});

function configMap(data: Readonly<Record<string, string>>): Written {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data };
}

/** The server refuses keys that look like folders. */
function withoutDots(data: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !/^\.\.?$|^\.\./.test(key)));
}
