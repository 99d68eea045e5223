import { resultTable, withTable } from '../../conformance/results/table';

const EDGE = {
  cluster: 'edge',
  kubernetes: '1.35',
  judgedBy: '1.36.3',
  objects: 3,
  kinds: 2,
  pods: 5,
  nodes: 4,
  claims: 1,
  seconds: 9,
};

test('clusters are sorted, and the document keeps what stands around the table', () => {
  const table = resultTable([EDGE, { ...EDGE, cluster: 'a' }], 12.4);
  const document = 'before\n<!-- results: npm run conformance -- --record -->\nold\n<!-- end of results -->\nafter\n';
  expect(withTable(document, table)).toBe(`before
<!-- results: npm run conformance -- --record -->

| cluster | its Kubernetes | judged by | objects | kinds | nodes at most | pods at most | claims | seconds |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| a | 1.35 | 1.36.3 | 3 | 2 | 4 | 5 | 1 | 9 |
| edge | 1.35 | 1.36.3 | 3 | 2 | 4 | 5 | 1 | 9 |

The whole suite: 12 s.

<!-- end of results -->
after
`);
  expect(() => withTable('no markers', table)).toThrow('docs/conformance.md: no');
});
