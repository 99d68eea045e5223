import fc from 'fast-check';
import type { Cluster } from '../../lib/facts/cluster';
import { answer, trackFacts } from '../../lib/render/tracked-facts';
import { cluster, nodePool } from '../support/clusters';

const facts = cluster({ name: 'eu', labels: { tier: 'production', team: 'shop' } });

describe('trackFacts records', () => {
  test.each<{ name: string; read: (view: Cluster) => unknown; reads: unknown[] }>([
    {
      name: 'a value',
      read: (view) => view.name,
      reads: [{ question: 'value', path: ['name'], answer: '"eu"' }],
    },
    {
      name: 'a value once',
      read: (view) => view.name + view.name,
      reads: [{ question: 'value', path: ['name'], answer: '"eu"' }],
    },
    {
      name: 'a value in a map, and that the map is there',
      read: (view) => view.labels.tier,
      reads: [
        { question: 'value', path: ['labels'], answer: 'map' },
        { question: 'value', path: ['labels', 'tier'], answer: '"production"' },
      ],
    },
    {
      name: 'an absent value',
      read: (view) => view.nodePools.gpu,
      reads: [
        { question: 'value', path: ['nodePools'], answer: 'map' },
        { question: 'value', path: ['nodePools', 'gpu'], answer: 'absent' },
      ],
    },
    {
      name: 'a list as a whole',
      read: (view) => view.zones[1],
      reads: [{ question: 'value', path: ['zones'], answer: '["eu-west-1a","eu-west-1b","eu-west-1c"]' }],
    },
    {
      name: 'whether a key is there',
      read: (view) => 'team' in view.labels,
      reads: [
        { question: 'value', path: ['labels'], answer: 'map' },
        { question: 'presence', path: ['labels', 'team'], answer: 'present' },
      ],
    },
    {
      name: 'keys without values',
      read: (view) => Object.keys(view.nodePools),
      reads: [
        { question: 'value', path: ['nodePools'], answer: 'map' },
        { question: 'keys', path: ['nodePools'], answer: '["general"]' },
        { question: 'presence', path: ['nodePools', 'general'], answer: 'present' },
      ],
    },
  ])('$name', ({ read, reads }) => {
    const tracked = trackFacts(facts);
    read(tracked.view);
    expect(tracked.reads).toEqual(reads);
  });
});

test('a view reads like the facts', () => {
  const { view } = trackFacts(facts);
  expect(JSON.parse(JSON.stringify(view))).toEqual(facts);
  expect({ ...view.labels }).toEqual(facts.labels);
});

test.each<[string, (view: Cluster) => void]>([
  ['set', (view) => Object.assign(view, { name: 'other' })],
  ['delete', (view) => Reflect.deleteProperty(view.labels, 'tier')],
  ['define', (view) => Object.defineProperty(view, 'name', { value: 'other' })],
])('a view refuses to %s', (_, change) => {
  expect(() => change(trackFacts(facts).view)).toThrow(new TypeError('the facts of a cluster are read-only'));
});

test('the recorded answer is the answer that the same cluster gives', () => {
  const labels = fc.dictionary(fc.string(), fc.string(), { maxKeys: 4 });
  fc.assert(
    fc.property(labels, fc.array(fc.string(), { maxLength: 3 }), (extra, pools) => {
      const nodePools = Object.fromEntries(pools.map((name) => [name, nodePool({ name, labels: extra })]));
      const subject = cluster({ labels: extra, nodePools });
      const tracked = trackFacts(subject);
      JSON.stringify(tracked.view);
      for (const read of tracked.reads) expect(answer(subject, read)).toBe(read.answer);
    }),
  );
});
