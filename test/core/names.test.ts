import * as fc from 'fast-check';
import {
  isDnsLabel,
  isDnsLabel1035,
  isDnsSubdomain,
  isLabelValue,
  isPortName,
  isQualifiedName,
} from '../../lib/core/names';

const NAMES = { isDnsLabel, isDnsLabel1035, isDnsSubdomain, isQualifiedName, isLabelValue, isPortName };
type Rule = keyof typeof NAMES;

/** For each text, the rules that accept it. */
const rows: readonly { readonly text: string; readonly want: readonly Rule[] }[] = [
  {
    text: 'web',
    want: ['isDnsLabel', 'isDnsLabel1035', 'isDnsSubdomain', 'isQualifiedName', 'isLabelValue', 'isPortName'],
  },
  { text: '8080-tcp', want: ['isDnsLabel', 'isDnsSubdomain', 'isQualifiedName', 'isLabelValue', 'isPortName'] },
  { text: '8080', want: ['isDnsLabel', 'isDnsSubdomain', 'isQualifiedName', 'isLabelValue'] },
  { text: 'a--b', want: ['isDnsLabel', 'isDnsLabel1035', 'isDnsSubdomain', 'isQualifiedName', 'isLabelValue'] },
  { text: 'web.shop', want: ['isDnsSubdomain', 'isQualifiedName', 'isLabelValue'] },
  { text: 'Web_1', want: ['isQualifiedName', 'isLabelValue'] },
  { text: 'example.com/web', want: ['isQualifiedName'] },
  { text: 'example.com/Web_1', want: ['isQualifiedName'] },
  { text: 'Example.com/web', want: [] },
  { text: 'a/b/c', want: [] },
  { text: '/web', want: [] },
  { text: 'web/', want: [] },
  { text: '', want: ['isLabelValue'] },
  { text: '-web', want: [] },
  { text: 'web-', want: [] },
  { text: 'web.', want: [] },
  { text: '.web', want: [] },
  { text: 'a..b', want: ['isQualifiedName', 'isLabelValue'] },
  { text: 'a.-b', want: ['isQualifiedName', 'isLabelValue'] },
  { text: 'a b', want: [] },
  { text: 'web\n', want: [] },
  { text: 'ä', want: [] },
  {
    text: 'a'.repeat(15),
    want: ['isDnsLabel', 'isDnsLabel1035', 'isDnsSubdomain', 'isQualifiedName', 'isLabelValue', 'isPortName'],
  },
  { text: 'a'.repeat(16), want: ['isDnsLabel', 'isDnsLabel1035', 'isDnsSubdomain', 'isQualifiedName', 'isLabelValue'] },
  { text: 'a'.repeat(63), want: ['isDnsLabel', 'isDnsLabel1035', 'isDnsSubdomain', 'isQualifiedName', 'isLabelValue'] },
  { text: 'a'.repeat(64), want: ['isDnsSubdomain'] },
  { text: 'a'.repeat(253), want: ['isDnsSubdomain'] },
  { text: 'a'.repeat(254), want: [] },
  { text: `${'a'.repeat(253)}/${'b'.repeat(63)}`, want: ['isQualifiedName'] },
  { text: `${'a'.repeat(254)}/b`, want: [] },
];
test.each(rows)('$text is accepted by $want', ({ text, want }) => {
  const accepted = (Object.keys(NAMES) as Rule[]).filter((rule) => NAMES[rule](text));
  expect(accepted).toEqual(want);
});

test('each rule is part of the wider one', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[-a-zA-Z0-9._/]{0,70}$/));
  const narrower: readonly (readonly [Rule, Rule])[] = [
    ['isDnsLabel1035', 'isDnsLabel'],
    ['isDnsLabel', 'isDnsSubdomain'],
    ['isDnsLabel', 'isLabelValue'],
    ['isPortName', 'isDnsLabel'],
  ];
  fc.assert(
    fc.property(text, fc.constantFrom(...narrower), (name, [narrow, wide]) => {
      if (NAMES[narrow](name)) expect(NAMES[wide](name)).toBe(true);
    }),
  );
});

test('a label value that is not empty is a qualified name, and the other way round without a slash', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[-a-zA-Z0-9._]{1,70}$/), (text) => isLabelValue(text) === isQualifiedName(text)),
  );
});

test('long texts are refused at once', () => {
  const text = `${'a-'.repeat(100_000)}!`;
  expect(Object.values(NAMES).filter((rule) => rule(text))).toEqual([]);
});
