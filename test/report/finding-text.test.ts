import type { Finding } from '../../lib/core/finding';
import { formatFinding, groupFindings } from '../../lib/report/finding-text';

const place = { file: 'fleet/fleet.yaml', line: 41, column: 9 };
const base: Finding = {
  check: 'unknown-key',
  severity: 'error',
  message: 'clusters.eu has no key "zonse"',
  fix: 'did you mean "zones"?',
};

test.each<{ name: string; findings: Finding[]; want: string[] }>([
  {
    name: 'the place first',
    findings: [{ ...base, place }],
    want: ['fleet/fleet.yaml:41:9: error: clusters.eu has no key "zonse"; did you mean "zones"? [unknown-key]'],
  },
  {
    name: 'place and construct path',
    findings: [{ ...base, place, path: 'shop/web' }],
    want: [
      'fleet/fleet.yaml:41:9: shop/web: error: clusters.eu has no key "zonse"; did you mean "zones"? [unknown-key]',
    ],
  },
  {
    name: 'the component where there is no path',
    findings: [{ ...base, severity: 'warning', component: 'shop', cluster: 'eu' }],
    want: ['shop: warning: clusters.eu has no key "zonse"; did you mean "zones"? [unknown-key] (cluster eu)'],
  },
  {
    name: 'one line for the same finding of many clusters',
    findings: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((cluster) => ({ ...base, path: 'shop', cluster })),
    want: [
      'shop: error: clusters.eu has no key "zonse"; did you mean "zones"? [unknown-key] (clusters a, b, c, d, e and 2 more)',
    ],
  },
  {
    name: 'two lines for different findings',
    findings: [
      { ...base, path: 'shop', cluster: 'a' },
      { ...base, path: 'web', cluster: 'a' },
    ],
    want: [
      'shop: error: clusters.eu has no key "zonse"; did you mean "zones"? [unknown-key] (cluster a)',
      'web: error: clusters.eu has no key "zonse"; did you mean "zones"? [unknown-key] (cluster a)',
    ],
  },
])('$name', ({ findings, want }) => {
  expect(groupFindings(findings).map(formatFinding)).toEqual(want);
});
