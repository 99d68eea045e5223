import { blame } from '../../lib/render/blame';

function errorWith(...frames: string[]): Error {
  return Object.assign(new Error('x'), { stack: ['Error: x', ...frames.map((frame) => `    at ${frame}`)].join('\n') });
}

test.each([
  {
    name: 'passes over Bayplan, dependencies and Node',
    frames: [
      'new WebService (/home/me/fleet/node_modules/bayplan/build/lib/a.js:1:2)',
      'check (/home/me/fleet/lib/core/x.ts:3:4)',
      'Object.render (/home/me/fleet/fleet/components/shop.ts:41:9)',
      'node:internal/modules/cjs/loader:1554:14',
    ],
    want: { file: 'fleet/components/shop.ts', line: 41, column: 9 },
  },
  {
    name: 'reads a frame without a function',
    frames: ['/home/me/fleet/main.ts:7:1'],
    want: { file: 'main.ts', line: 7, column: 1 },
  },
  {
    name: 'reads a file address',
    frames: ['render (file:///home/me/fleet/main.ts:7:1)'],
    want: { file: 'main.ts', line: 7, column: 1 },
  },
  { name: 'finds nothing outside the project', frames: ['x (/opt/tool/a.js:1:1)'], want: undefined },
])('$name', ({ frames, want }) => {
  expect(blame(errorWith(...frames), '/home/me/fleet', '/home/me/fleet/lib')).toEqual(want);
});
