import { nearestMinor } from '../../conformance/nearest-minor';

test.each([
  { kubernetes: '1.33', minor: '1.34' },
  { kubernetes: '1.34', minor: '1.34' },
  { kubernetes: '1.35', minor: '1.36' },
  { kubernetes: '1.36', minor: '1.36' },
] as const)('$kubernetes is judged by $minor', ({ kubernetes, minor }) => {
  expect(nearestMinor(kubernetes)).toBe(minor);
});
