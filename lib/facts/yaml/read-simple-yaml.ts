import { type Located, LocatedMapBuilder, type LocatedScalar } from './located';
import { plainScalar } from './resolve-scalar';

/** Tabs, carriage returns, other controls, and characters that some readers take for line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNUSUAL = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;
// A group that repeats without bound ends a regular expression on a long text: hence the loops and the {0,…}.
const HEADER = /---(?: +#[^\n]*| *)(?:\n|$)/y;
const BLANK_LINE = / *(?:#[^\n]*)?\n/y;
const INDENT = / *(?:#[^\n]*$)?/y;
const BLOCK_KEY = /([A-Za-z0-9_./][\w./@+:-]{0,200}):(?=[ \n]|$)/y;
const FLOW_KEY = /([A-Za-z0-9_./][\w./@+:-]{0,200}):(?= )/y;
const QUOTED = /"([^"\\\n]*)"|'((?:[^'\n]|''){0,1000})'/y;
const QUOTED_KEY = /(?:"([^"\\\n]{0,200})"|'((?:[^'\n]|''){0,200})'):(?= )/y;
const BLOCK_PLAIN = /(?:[A-Za-z0-9_./~+]|-(?=[A-Za-z0-9.]))[^\n]*/y;
const FLOW_PLAIN =
  /(?:[A-Za-z0-9_./~+]|-(?=[A-Za-z0-9.]))(?:[\w./~+@=()<>*$^;!?'"-]| +(?=[A-Za-z0-9_./(~])|:(?=[\w./-])){0,1000}/y;
const SPACES = / */y;
const LINE_END = /(?: +#[^\n]*| *)(?:\n|$)/y;
const MAX_DEPTH = 50;

/**
 * Reads YAML as fleets are mostly written: block and flow maps and lists, plain and quoted words on one line, comments.
 *
 * The `yaml` package reads a thousand clusters in two seconds; this reads them in a tenth of it. Whatever is beyond this
 * subset, or wrong, is left to that package: anchors, tags, block scalars, words over several lines, tabs.
 *
 * @returns the value, or `undefined` when the text is not certainly in the subset.
 */
export function readSimpleYaml(text: string): Located | undefined {
  return UNUSUAL.test(text) ? undefined : new SimpleReader(text).read();
}

class SimpleReader {
  private at = 0;
  /** Column of `at` after a step to the next line with content; -1 at the end of the text. */
  private indent = 0;
  private depth = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  read(): Located | undefined {
    this.nextLine();
    if (this.indent === 0 && this.match(HEADER)) this.nextLine();
    const root = this.indent === 0 ? this.block() : undefined;
    // A line that fits no indentation above ends every block, and so the reading, before the end of the text.
    return this.indent === -1 ? root : undefined;
  }

  /** Matches at the current place and moves behind it. */
  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    this.at = pattern.lastIndex;
    return match;
  }

  /** Moves from the start of a line to the next content. */
  private nextLine(): void {
    while (this.match(BLANK_LINE));
    this.match(INDENT);
    this.indent = this.at >= this.text.length ? -1 : this.at - (this.text.lastIndexOf('\n', this.at - 1) + 1);
  }

  private endLine(): boolean {
    if (!this.match(LINE_END)) return false;
    this.nextLine();
    return true;
  }

  private block(): Located | undefined {
    if (++this.depth > MAX_DEPTH) return undefined;
    const node = this.atDash() ? this.blockList(this.indent) : this.blockMap(this.indent);
    this.depth--;
    return node;
  }

  private atDash(): boolean {
    return this.text[this.at] === '-' && this.text[this.at + 1] === ' ';
  }

  private blockMap(indent: number): Located | undefined {
    const start = this.at;
    const map = new LocatedMapBuilder();
    while (this.indent === indent) {
      const keyOffset = this.at;
      const key = this.key(BLOCK_KEY);
      const value = key ? this.entryValue(indent, keyOffset) : undefined;
      if (!key || !value) return undefined;
      map.add(key, keyOffset, value);
    }
    return map.build(start);
  }

  private entryValue(indent: number, keyOffset: number): Located | undefined {
    if (!this.endLine()) return this.inline(indent);
    if (this.indent > indent) return this.block();
    if (this.indent === indent && this.atDash()) return this.blockList(indent);
    return plainScalar('', keyOffset);
  }

  private blockList(indent: number): Located | undefined {
    const start = this.at;
    const items: Located[] = [];
    while (this.indent === indent && this.atDash()) {
      this.at++;
      this.match(SPACES);
      const item = this.listItem(indent);
      if (!item) return undefined;
      items.push(item);
    }
    return { type: 'list', offset: start, items };
  }

  private listItem(indent: number): Located | undefined {
    const start = this.at;
    if (this.match(BLOCK_KEY) ?? this.match(QUOTED_KEY)) {
      this.at = start;
      this.indent = start - (this.text.lastIndexOf('\n', start - 1) + 1);
      return this.block();
    }
    return this.inline(indent);
  }

  /** A value on the line of its key or dash. */
  private inline(indent: number): Located | undefined {
    this.match(SPACES);
    const node = this.isFlow() ? this.flow(indent) : (this.quoted() ?? this.blockPlain());
    return node && this.endLine() ? node : undefined;
  }

  private isFlow(): boolean {
    return this.text[this.at] === '{' || this.text[this.at] === '[';
  }

  private blockPlain(): LocatedScalar | undefined {
    const offset = this.at;
    const line = this.match(BLOCK_PLAIN)?.[0];
    if (line === undefined) return undefined;
    const comment = line.indexOf(' #');
    const source = (comment === -1 ? line : line.slice(0, comment)).trimEnd();
    this.at = offset + source.length;
    return source.includes(': ') || source.endsWith(':') ? undefined : plainScalar(source, offset);
  }

  private quoted(): LocatedScalar | undefined {
    const offset = this.at;
    const value = unquoted(this.match(QUOTED));
    return value === undefined ? undefined : { type: 'scalar', offset, value };
  }

  /** A key and its colon; none for the keys that only the other reader explains. */
  private key(plain: RegExp): string | undefined {
    const key = this.match(plain)?.[1] ?? unquoted(this.match(QUOTED_KEY));
    return key === '' || key === '__proto__' ? undefined : key;
  }

  private flow(indent: number): Located | undefined {
    if (++this.depth > MAX_DEPTH) return undefined;
    const node = this.text[this.at] === '{' ? this.flowMap(indent) : this.flowList(indent);
    this.depth--;
    return node;
  }

  private flowMap(indent: number): Located | undefined {
    const start = this.at++;
    const map = new LocatedMapBuilder();
    for (let more = true; more; ) {
      if (!this.flowGap(indent)) return undefined;
      if (this.passes('}')) break;
      const keyOffset = this.at;
      const key = this.key(FLOW_KEY);
      const value = key && this.flowGap(indent) ? this.flowValue(indent) : undefined;
      if (!key || !value || !this.flowGap(indent)) return undefined;
      map.add(key, keyOffset, value);
      more = this.passes(',');
      if (!more && !this.passes('}')) return undefined;
    }
    return map.build(start);
  }

  private flowList(indent: number): Located | undefined {
    const start = this.at++;
    const items: Located[] = [];
    for (let more = true; more; ) {
      if (!this.flowGap(indent)) return undefined;
      if (this.passes(']')) break;
      const item = this.flowValue(indent);
      if (!item || !this.flowGap(indent)) return undefined;
      items.push(item);
      more = this.passes(',');
      if (!more && !this.passes(']')) return undefined;
    }
    return { type: 'list', offset: start, items };
  }

  private passes(mark: string): boolean {
    if (this.text[this.at] !== mark) return false;
    this.at++;
    return true;
  }

  private flowValue(indent: number): Located | undefined {
    if (this.isFlow()) return this.flow(indent);
    const offset = this.at;
    return this.quoted() ?? this.flowPlain(offset);
  }

  private flowPlain(offset: number): LocatedScalar | undefined {
    const source = this.match(FLOW_PLAIN)?.[0];
    return source === undefined ? undefined : plainScalar(source, offset);
  }

  /** Skips blanks inside brackets; a line that continues them must be indented deeper than what they belong to. */
  private flowGap(indent: number): boolean {
    this.match(SPACES);
    if (this.text[this.at] !== '\n') return true;
    this.at++;
    this.nextLine();
    return this.indent > indent;
  }
}

function unquoted(match: RegExpExecArray | undefined): string | undefined {
  if (!match) return undefined;
  const [, double, single = ''] = match;
  return double ?? single.replaceAll("''", "'");
}
