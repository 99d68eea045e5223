import { compareText } from '../../lib/core/compare';
import type { TrialRecord } from './records';

const BEGIN = '<!-- results: npm run conformance -- --record -->';
const END = '<!-- end of results -->';

const COLUMNS: readonly { readonly title: string; readonly of: (record: TrialRecord) => string | number }[] = [
  { title: 'cluster', of: ({ cluster }) => cluster },
  { title: 'its Kubernetes', of: ({ kubernetes }) => kubernetes },
  { title: 'judged by', of: ({ judgedBy }) => judgedBy },
  { title: 'objects', of: ({ objects }) => objects },
  { title: 'kinds', of: ({ kinds }) => kinds },
  { title: 'nodes at most', of: ({ nodes }) => nodes },
  { title: 'pods at most', of: ({ pods }) => pods },
  { title: 'claims', of: ({ claims }) => claims },
  { title: 'seconds', of: ({ seconds }) => seconds },
];

/** The results as a Markdown table, by cluster. */
export function resultTable(records: readonly TrialRecord[], seconds: number): string {
  const rows = records
    .toSorted((a, b) => compareText(a.cluster, b.cluster))
    .map((record) => COLUMNS.map((column) => column.of(record)));
  const lines = [COLUMNS.map(({ title }) => title), COLUMNS.map(() => '---'), ...rows];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `${table}\n\nThe whole suite: ${Math.round(seconds)} s.\n`;
}

/** A document with the table between its markers. @throws {Error} when it has no markers. */
export function withTable(document: string, table: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`docs/conformance.md: no "${BEGIN}" with "${END}" behind it`);
  return `${document.slice(0, begin + BEGIN.length)}\n\n${table}\n${document.slice(end)}`;
}
