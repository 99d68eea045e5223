import { differences } from '../../conformance/fleet/differences';

test.each([
  { name: 'nothing', a: { x: [1, { y: '' }] }, b: { x: [1, { y: '' }] }, all: [], written: [] },
  { name: 'another value', a: { x: { y: 1 } }, b: { x: { y: 2 } }, all: ['/x/y: 1 → 2'], written: ['/x/y: 1 → 2'] },
  { name: 'a dropped field', a: { x: '' }, b: {}, all: ['/x: "" → nothing'], written: ['/x: "" → nothing'] },
  { name: 'an added field', a: {}, b: { x: 1 }, all: ['/x: undefined → 1'], written: [] },
  { name: 'a longer list', a: [1], b: [1, 2], all: [': [1] → [1,2]'], written: [': [1] → [1,2]'] },
])('$name', ({ a, b, all, written }) => {
  expect(differences(a, b, 'all')).toEqual(all);
  expect(differences(a, b, 'written')).toEqual(written);
});
