import { PriorityClass } from '../../../lib/constructs/placement/priority-class';
import { renderYaml } from '../../support/render-yaml';

test('a priority class states what the API server would fill in', () => {
  const props = { value: -10, description: 'may be pushed out' };
  expect(renderYaml((chart) => new PriorityClass(chart, 'spare', props))).toMatchSnapshot();
});
