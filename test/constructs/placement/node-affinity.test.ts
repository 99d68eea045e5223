import { App, Chart } from 'cdk8s';
import fc from 'fast-check';
import type { NodeSelectorRequirement, NodeSelectorTerm } from '../../../imports/k8s';
import { nodeAffinity } from '../../../lib/constructs/placement/node-affinity';
import {
  labelAbove,
  labelBelow,
  labelDoesNotExist,
  labelExists,
  labelIn,
  labelNotIn,
  type NodeRequirement,
} from '../../../lib/constructs/placement/node-requirement';
import type { NodeTerm } from '../../../lib/constructs/placement/placement';

type Labels = Readonly<Record<string, string>>;

const scope = new Chart(new App(), 'test');

test.each([
  { name: 'In', requirement: labelIn('a', '1', '2'), want: { key: 'a', operator: 'In', values: ['1', '2'] } },
  { name: 'NotIn', requirement: labelNotIn('a', '1'), want: { key: 'a', operator: 'NotIn', values: ['1'] } },
  { name: 'Exists', requirement: labelExists('a'), want: { key: 'a', operator: 'Exists' } },
  { name: 'DoesNotExist', requirement: labelDoesNotExist('a'), want: { key: 'a', operator: 'DoesNotExist' } },
  { name: 'Gt', requirement: labelAbove('a', 4), want: { key: 'a', operator: 'Gt', values: ['4'] } },
  { name: 'Lt', requirement: labelBelow('a', -4), want: { key: 'a', operator: 'Lt', values: ['-4'] } },
])('$name in wire form', ({ requirement, want }) => {
  const affinity = nodeAffinity(scope, [{ requiredNodes: [[requirement]] }]);
  expect(affinity?.requiredDuringSchedulingIgnoredDuringExecution).toEqual({
    nodeSelectorTerms: [{ matchExpressions: [want] }],
  });
});

test('placements that say nothing of nodes have no node affinity', () => {
  expect(nodeAffinity(scope, [{ pool: 'general' }, {}])).toBeUndefined();
});

/** What the scheduler does with a requirement in wire form, on labels with whole numbers. */
function meets(labels: Labels, { key, operator, values = [] }: NodeSelectorRequirement): boolean {
  const value = labels[key];
  if (operator === 'NotIn') return value === undefined || !values.includes(value);
  if (operator === 'DoesNotExist') return value === undefined;
  if (value === undefined) return false;
  if (operator === 'In') return values.includes(value);
  if (operator === 'Exists') return true;
  return operator === 'Gt' ? Number(value) > Number(values[0]) : Number(value) < Number(values[0]);
}

function meetsTerm(labels: Labels, { matchExpressions = [] }: NodeSelectorTerm): boolean {
  return matchExpressions.every((requirement) => meets(labels, requirement));
}

const key = fc.constantFrom('a', 'b', 'c');
const value = fc.constantFrom('1', '2', '3');
const requirement: fc.Arbitrary<NodeRequirement> = fc.oneof(
  fc.tuple(key, value).map(([k, v]) => labelIn(k, v)),
  fc.tuple(key, value).map(([k, v]) => labelNotIn(k, v)),
  key.map(labelExists),
  key.map(labelDoesNotExist),
  fc.tuple(key, fc.integer({ min: 0, max: 4 })).map(([k, v]) => labelAbove(k, v)),
  fc.tuple(key, fc.integer({ min: 0, max: 4 })).map(([k, v]) => labelBelow(k, v)),
);
const term = fc.array(requirement, { minLength: 1, maxLength: 3 }) as unknown as fc.Arbitrary<NodeTerm>;
const placements = fc.array(fc.array(term, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
const labels = fc.dictionary(key, value);

test('a node is allowed exactly when every placement allows it', () => {
  fc.assert(
    fc.property(placements, labels, (all, node) => {
      const joined = nodeAffinity(
        scope,
        all.map((requiredNodes) => ({ requiredNodes })),
      );
      const alone = all.map((requiredNodes) => nodeAffinity(scope, [{ requiredNodes }]));
      const allows = (affinity: typeof joined): boolean =>
        (affinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []).some((one) =>
          meetsTerm(node, one),
        );
      expect(allows(joined)).toBe(alone.every(allows));
    }),
  );
});
