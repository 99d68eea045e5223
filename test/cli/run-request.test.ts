import { readRequest, withRequest } from '../../lib/cli/run-request';

test.each([
  { name: 'plain node', environment: {}, want: { clusters: [], check: false } },
  { name: 'cdk8s synth', environment: { CDK8S_OUTDIR: 'out' }, want: { out: 'out', clusters: [], check: false } },
  {
    name: 'bayplan, also below cdk8s',
    environment: withRequest({ CDK8S_OUTDIR: 'out' }, { out: 'dist', fleet: 'f.yaml', clusters: ['eu'], check: true }),
    want: { out: 'dist', fleet: 'f.yaml', clusters: ['eu'], check: true },
  },
])('$name', ({ environment, want }) => {
  expect(readRequest(environment)).toEqual(want);
});

test.each(['', 'yes', '{}', '[]', 'null'])('a request that is not ours is refused: %j', (text) => {
  expect(() => readRequest({ BAYPLAN_RUN: text })).toThrow(
    `the environment variable BAYPLAN_RUN is ${JSON.stringify(text)}, not a request of the bayplan command; unset it; bayplan sets it for the app that it starts [invalid-value]`,
  );
});
