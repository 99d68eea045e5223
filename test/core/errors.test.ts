import { BayplanError } from '../../lib/core/errors';
import { formatPlace } from '../../lib/core/place';

test.each([
  { path: 'shop/web', want: 'shop/web: port is 0, allowed are 1 to 65535; choose one [invalid-props]' },
  { path: '', want: 'port is 0, allowed are 1 to 65535; choose one [invalid-props]' },
])('an error at "$path" reads as subject, problem, remedy, code', ({ path, want }) => {
  const error = new BayplanError('invalid-props', {
    path,
    message: 'port is 0, allowed are 1 to 65535',
    fix: 'choose one',
  });
  expect(error.message).toBe(want);
  expect(error).toMatchObject({ name: 'BayplanError', code: 'invalid-props', path, fix: 'choose one' });
  expect(error.problem).toBe('port is 0, allowed are 1 to 65535');
});

test('a place opens on a click', () => {
  expect(formatPlace({ file: 'fleet/fleet.yaml', line: 41, column: 9 })).toBe('fleet/fleet.yaml:41:9');
});
