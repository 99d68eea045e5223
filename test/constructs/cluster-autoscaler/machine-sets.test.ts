import fc from 'fast-check';
import { machineSets } from '../../../lib/constructs/cluster-autoscaler/machine-sets';
import { nodePool } from '../../support/clusters';

test('bounds over all zones are split, the first zones taking the rest', () => {
  expect(machineSets(nodePool({ min: 4, max: 11 }))).toEqual([
    { pool: 'general', zone: 'eu-west-1a', min: 2, max: 4 },
    { pool: 'general', zone: 'eu-west-1b', min: 1, max: 4 },
    { pool: 'general', zone: 'eu-west-1c', min: 1, max: 3 },
  ]);
});

test('bounds of each zone stay', () => {
  const sets = machineSets(nodePool({ min: 1, max: 4, perZone: true }));
  expect(sets.map(({ min, max }) => [min, max])).toEqual([
    [1, 4],
    [1, 4],
    [1, 4],
  ]);
});

test('zones without a node are left out', () => {
  expect(machineSets(nodePool({ min: 0, max: 1 }))).toEqual([{ pool: 'general', zone: 'eu-west-1a', min: 0, max: 1 }]);
});

test('a pool without zones is one MachineSet', () => {
  expect(machineSets(nodePool({ zones: [], min: 1, max: 3 }))).toEqual([
    { pool: 'general', zone: undefined, min: 1, max: 3 },
  ]);
});

test('no node is lost, and no set can have fewer than its minimum', () => {
  const pool = fc
    .record({ zones: fc.integer({ min: 0, max: 6 }), min: fc.nat(40), extra: fc.nat(40) })
    .map(({ zones, min, extra }) => ({
      zones: Array.from({ length: zones }, (_, i) => `z${i}`),
      min,
      max: min + extra,
    }));
  fc.assert(
    fc.property(pool, (facts) => {
      const sets = machineSets(nodePool(facts));
      const sum = (key: 'min' | 'max') => sets.reduce((total, set) => total + set[key], 0);
      expect([sum('min'), sum('max')]).toEqual([facts.min, facts.max]);
      for (const set of sets) {
        expect(set.max).toBeGreaterThanOrEqual(1);
        expect(set.min).toBeLessThanOrEqual(set.max);
      }
    }),
  );
});
