import fc from 'fast-check';
import { type IndexEntry, indexFile } from '../../lib/output/index-file';

const entry = (fields: Partial<IndexEntry>): IndexEntry => ({
  group: '',
  kind: 'Service',
  namespace: 'shop',
  name: 'frontend',
  file: 'clusters/eu/shop/service-frontend.yaml',
  component: 'shop',
  path: 'shop/frontend/service',
  digest: 'd1',
  ...fields,
});

test('one object a line, sorted by identity', () => {
  const entries = [
    entry({}),
    entry({ group: 'apps', kind: 'Deployment' }),
    entry({ name: 'cart', path: 'shop/"cart"' }),
  ];
  expect(indexFile(entries)).toBe(
    [
      '[',
      '{"group":"","kind":"Service","namespace":"shop","name":"cart","file":"clusters/eu/shop/service-frontend.yaml","component":"shop","path":"shop/\\"cart\\"","digest":"d1"},',
      '{"group":"","kind":"Service","namespace":"shop","name":"frontend","file":"clusters/eu/shop/service-frontend.yaml","component":"shop","path":"shop/frontend/service","digest":"d1"},',
      '{"group":"apps","kind":"Deployment","namespace":"shop","name":"frontend","file":"clusters/eu/shop/service-frontend.yaml","component":"shop","path":"shop/frontend/service","digest":"d1"}',
      ']',
      '',
    ].join('\n'),
  );
});

test('an empty cluster has an empty list', () => expect(indexFile([])).toBe('[]\n'));

test('any entries, in any order, read back as JSON', () => {
  const text = fc.string({ maxLength: 4 });
  const entries = fc.uniqueArray(
    fc.record({
      group: text,
      kind: text,
      namespace: text,
      name: text,
      file: text,
      component: text,
      path: text,
      digest: text,
    }),
    { selector: ({ group, kind, namespace, name }) => [group, kind, namespace, name].join('\n') },
  );
  fc.assert(
    fc.property(entries, (list) => {
      const written = indexFile(list);
      expect(indexFile(list.toReversed())).toBe(written);
      expect(new Set(JSON.parse(written))).toEqual(new Set(list));
    }),
  );
});
