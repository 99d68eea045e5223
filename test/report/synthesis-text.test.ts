import type { Finding } from '../../lib/core/finding';
import { paint } from '../../lib/report/paint';
import { type SynthesisReport, synthesisText } from '../../lib/report/synthesis-text';

const none = { added: [], changed: [], removed: [] };
const base: SynthesisReport = { findings: [], clusters: 6, objects: 300, changes: none, check: false, out: 'dist' };
const finding: Finding = {
  check: 'component-failed',
  severity: 'error',
  path: 'shop',
  message: 'it threw',
  fix: 'mend it',
};
const { changes: _, ...stopped } = base;

test.each<{ name: string; report: SynthesisReport; want: string }>([
  { name: 'nothing changed', report: base, want: '6 clusters, 300 objects: dist is up to date\n' },
  {
    name: 'one of each',
    report: { ...base, clusters: 1, objects: 1, changes: { added: ['a'], changed: ['b'], removed: ['c'] } },
    want: '1 cluster, 1 object: 3 files in dist (1 added, 1 changed, 1 removed)\n',
  },
  {
    name: 'a check that finds differences names the files',
    report: { ...base, check: true, changes: { added: ['a'], changed: ['b'], removed: ['c'] } },
    want: [
      '  changed  b',
      '  missing  a',
      '  orphan   c',
      '6 clusters, 300 objects: dist differs in 3 files (1 added, 1 changed, 1 removed); run bayplan synth and commit dist',
      '',
    ].join('\n'),
  },
  {
    name: 'an error stops the run',
    report: { ...stopped, findings: [finding] },
    want: 'shop: error: it threw; mend it [component-failed]\nnothing written: 1 error\n',
  },
])('$name', ({ report, want }) => {
  expect(synthesisText(report, paint(false))).toBe(want);
});

test('a long list of files is cut and counted', () => {
  const changed = Array.from({ length: 60 }, (_, index) => `file-${index}`);
  const lines = synthesisText({ ...base, check: true, changes: { ...none, changed } }, paint(false)).split('\n');
  expect(lines).toHaveLength(53);
  expect(lines[50]).toBe('  and 10 more');
});
