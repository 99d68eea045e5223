import type { ErrorCode, YAMLError } from 'yaml';
import { invalidYaml, type YamlProblem } from './yaml-problem';

/** What is wrong and what to do, by the code of the `yaml` package. */
const TEXTS: Readonly<Partial<Record<ErrorCode, readonly [message: string, fix: string]>>> = {
  ALIAS_PROPS: ['an alias with a tag or an anchor of its own', 'leave the alias alone: *name'],
  BAD_ALIAS: [
    'an anchor or alias without a usable name',
    'name it with letters, digits, - and _, such as &pool and *pool',
  ],
  BAD_COLLECTION_TYPE: ['a tag that does not fit its map or list', 'remove the tag'],
  BAD_DIRECTIVE: ['a line that starts with % and is no directive of YAML 1.2', 'remove the line'],
  BAD_DQ_ESCAPE: [
    'an escape that double quotes do not know',
    'write \\\\ for a backslash, or use single quotes, which know no escapes',
  ],
  BAD_INDENT: ['an indentation that belongs to no map or list above', 'align the line with its neighbours'],
  BAD_PROP_ORDER: ['an anchor or tag in the wrong place', 'write it right before its value, on the same line'],
  BAD_SCALAR_START: [
    'a character that no plain text may start with (@, `, % and other marks of YAML)',
    'put the text in quotes',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'a second ": " on one line, or a map that is indented deeper than its first key',
    'put a text that holds ": " in quotes; give each key a line of its own, all aligned',
  ],
  BLOCK_IN_FLOW: ['a block inside brackets', 'inside { } and [ ] use brackets and commas only'],
  KEY_OVER_1024_CHARS: ['a key of more than 1024 characters', 'shorten the key'],
  MULTILINE_IMPLICIT_KEY: [
    'a key that goes over several lines, or a line without ": "',
    'write the key and its colon on one line',
  ],
  MULTIPLE_ANCHORS: ['a value with two anchors', 'keep one'],
  MULTIPLE_TAGS: ['a value with two tags', 'keep none'],
  TAB_AS_INDENT: ['a tab in the indentation', 'indent with blanks'],
  TAG_RESOLVE_FAILED: ['a tag that a fleet file does not know', 'remove the tag (the word that starts with !)'],
  UNEXPECTED_TOKEN: ['a mark of YAML where none may stand', 'remove it, or put the text in quotes'],
};

/** The parser’s `MISSING_CHAR` is many things; its message tells which. */
const MISSING: readonly (readonly [complaint: RegExp, message: string, fix: string])[] = [
  [/map values/, 'a key without its colon', 'write "key: value", with a blank behind the colon'],
  [
    /between|space after :/,
    'a comma or colon is missing between the items of { } or [ ]',
    'write { key: value, key: value }',
  ],
  [/white space/, 'a blank is missing before a comment, or behind a tag or anchor', 'add the blank'],
  [/quote/, 'a quote that is never closed', 'close it, or use the other kind of quote around it'],
  [/without -/, 'a list item without its dash', 'start it with "- ", aligned with the other items'],
];

const UNKNOWN = ['this is not YAML', 'write it as YAML 1.2'] as const;

function textOf({ code, message }: YAMLError): readonly [message: string, fix: string] {
  const [, text, fix] = (code === 'MISSING_CHAR' && MISSING.find(([complaint]) => complaint.test(message))) || [];
  return text !== undefined && fix !== undefined ? [text, fix] : (TEXTS[code] ?? UNKNOWN);
}

/** The complaints of the parser in our words, one a line: what follows on the same line is mostly an echo. */
export function syntaxProblems(text: string, errors: readonly YAMLError[]): readonly YamlProblem[] {
  const byLine = new Map<number, YamlProblem>();
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const offset = Math.min(error.pos[0], text.length);
    const line = offset === 0 ? -1 : text.lastIndexOf('\n', offset - 1);
    const [message, fix] = textOf(error);
    if (!byLine.has(line)) byLine.set(line, invalidYaml(offset, `not YAML: ${message}`, fix));
  }
  return [...byLine.values()];
}
