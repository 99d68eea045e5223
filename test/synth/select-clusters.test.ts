import { selectClusters } from '../../lib/synth/select-clusters';
import { cluster } from '../support/clusters';

const clusters = ['ops', 'eu-prod', 'us-prod'].map((name) => cluster({ name }));

test.each([
  { name: 'all when none is named', names: [], want: ['ops', 'eu-prod', 'us-prod'], fixes: [] },
  { name: 'the named ones, in the order of the fleet', names: ['us-prod', 'ops'], want: ['ops', 'us-prod'], fixes: [] },
  { name: 'a typo', names: ['eu-prdo'], want: [], fixes: ['did you mean "eu-prod"?'] },
  { name: 'a stranger', names: ['moon'], want: [], fixes: ['name one of ops, eu-prod, us-prod'] },
])('$name', ({ names, want, fixes }) => {
  const { selected, findings } = selectClusters(clusters, names);
  expect(selected.map(({ name }) => name)).toEqual(want);
  expect(findings.map(({ fix }) => fix)).toEqual(fixes);
});
