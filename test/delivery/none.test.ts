import { clusterWith } from '../support/components';
import { deliver, treeOf } from '../support/deliveries';
import { harbour } from '../support/harbour';

test('the tree of a cluster that a person applies', () => {
  expect(treeOf(deliver(clusterWith('none', 'laptop'), harbour()))).toMatchSnapshot();
});
