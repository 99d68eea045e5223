import fc from 'fast-check';
import { fileName } from '../../lib/output/file-name';

const AMBIGUOUS = ['Event', 'Con', 'Com1'];
jest.mock('../../lib/objects/kinds', () => ({ kindIsAmbiguous: (kind: string) => AMBIGUOUS.includes(kind) }));

const LONG = 'a'.repeat(253);

test.each([
  ['own namespace', ['apps', 'Deployment', 'shop', 'frontend'], 'deployment-frontend.yaml'],
  ['cluster scope', ['', 'Namespace', '', 'shop'], 'namespace-shop.yaml'],
  ['no namespace', ['apps', 'Deployment', '', 'frontend'], 'deployment-frontend.yaml'],
  ['other namespace', ['', 'Service', 'kube-system', 'dns'], 'kube-system_service-dns.yaml'],
  ['ambiguous kind', ['events.k8s.io', 'Event', 'shop', 'e'], 'event.events.k8s.io_e.yaml'],
  ['ambiguous kind of the core group', ['', 'Event', 'shop', 'e'], 'event-e.yaml'],
  ['both', ['events.k8s.io', 'Event', 'a', 'e'], 'a_event.events.k8s.io_e.yaml'],
  ['a device of Windows', ['example.com', 'Con', '', 'a'], '%63on.example.com_a.yaml'],
  ['a device that is no stem', ['example.com', 'Nul', '', 'a'], 'nul-a.yaml'],
  [
    'RBAC names',
    ['rbac.authorization.k8s.io', 'ClusterRole', '', 'system:Node_x'],
    'clusterrole-system%3A%4Eode%5Fx.yaml',
  ],
  ['dots', ['apiextensions.k8s.io', 'CustomResourceDefinition', '', 'a.b.io'], 'customresourcedefinition-a.b.io.yaml'],
  ['what Windows refuses', ['', 'X', '', '<>:"/\\|?*\u0000% '], 'x-%3C%3E%3A%22%2F%5C%7C%3F%2A%00%25%20.yaml'],
  ['more than ASCII', ['', 'X', '', 'ü🚢'], 'x-%C3%BC%F0%9F%9A%A2.yaml'],
  ['a long name', ['', 'X', '', LONG], `x-${'a'.repeat(119)}~c23ee021877bdb07.yaml`],
])('%s', (_, [group = '', kind = '', namespace = '', name = ''], file) => {
  expect(fileName({ group, kind, namespace, name }, 'shop')).toBe(file);
});

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  Role: ['rbac.authorization.k8s.io'],
  Service: [''],
  A: [''],
  'A-B': ['b.io'],
  Event: ['', 'events.k8s.io', 'a', 'a-b.io'],
  Con: ['a', 'b.io'],
};
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aabAB--._:%~/ é'), minLength: 1, maxLength: 6 }),
  fc.constantFrom('role-a', 'service-a', 'con', 'a.b.io-c', 'b.io_a', LONG, `${LONG}b`),
);
const identity = fc.constantFrom(...Object.keys(GROUPS)).chain((kind) =>
  fc.record({
    group: fc.constantFrom(...(GROUPS[kind] ?? [])),
    kind: fc.constant(kind),
    namespace: fc.oneof(fc.constantFrom('', 'a', 'shop', 'a-b', 'role', 'event'), text),
    name: text,
  }),
);

test('different objects never share a name, even where case is ignored', () => {
  const marks = ['', 'a', 'b', 'A', '-', '_', '.', '%5F'];
  const names = new Set(marks.flatMap((x) => marks.flatMap((y) => marks.map((z) => `${x}${y}${z}`))));
  names.delete('');
  const objects = Object.entries(GROUPS).flatMap(([kind, groups]) =>
    groups.flatMap((group) =>
      ['', 'a', 'b', 'a-b', 'a_b', 'event', 'event.a', 'a.b'].flatMap((namespace) =>
        [...names].map((name) => ({ group, kind, namespace, name })),
      ),
    ),
  );
  const owners = new Map<string, (typeof objects)[number]>();
  const shared = objects.flatMap((object) => {
    const name = fileName(object, 'shop').toLowerCase();
    const owner = owners.get(name);
    owners.set(name, object);
    return owner ? [{ name, owner, object }] : [];
  });
  expect(objects.length).toBeGreaterThan(10_000);
  expect(shared.slice(0, 3)).toEqual([]);
});

test('every file system takes every name', () => {
  fc.assert(
    fc.property(identity, fc.constantFrom('', 'shop', 'a'), (object, own) => {
      const name = fileName(object, own);
      expect(name).toMatch(/^[a-z0-9A-F%._~-]*[a-z0-9A-F.~-]\.yaml$/);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(143);
    }),
    { numRuns: 2000 },
  );
});
