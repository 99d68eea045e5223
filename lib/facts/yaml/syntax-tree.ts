import type { CST } from 'yaml';
import { invalidYaml, type YamlProblem } from './yaml-problem';

/**
 * Walks the syntax tree level by level.
 *
 * Iterative, because what it looks for would end the composer’s recursion, or the process.
 */
function* levels(tokens: readonly CST.Token[]): Iterable<readonly CST.Token[]> {
  let level: readonly CST.Token[] = tokens.flatMap((token) => ('value' in token && token.value ? [token.value] : []));
  while (level.length > 0) {
    yield level;
    level = level.flatMap(childTokens);
  }
}

function childTokens(token: CST.Token): readonly CST.Token[] {
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((child) => child !== undefined && child !== null));
}

/** A value nested deeper than the limit. */
export function tooDeep(tokens: readonly CST.Token[], limit: number): YamlProblem | undefined {
  let depth = 0;
  for (const [first] of levels(tokens)) {
    if (++depth <= limit || !first) continue;
    const message = `values are nested deeper than ${limit} levels`;
    return invalidYaml(first.offset, message, 'write the fleet’s maps and lists only');
  }
  return undefined;
}

/** Brackets and quotes that are never closed, where they open: the parser complains at the end of the file. */
export function unclosed(tokens: readonly CST.Token[]): readonly YamlProblem[] {
  const problems: YamlProblem[] = [];
  for (const level of levels(tokens)) {
    for (const token of level) {
      const mark = openMark(token);
      if (!mark) continue;
      const fix = CLOSING[mark] ?? `close it with ${mark}`;
      problems.push(invalidYaml(token.offset, `not YAML: the ${mark} that opens here is never closed`, fix));
    }
  }
  return problems.sort((a, b) => a.offset - b.offset);
}

const CLOSING: Readonly<Record<string, string>> = {
  '{': 'close it with }, and indent what is inside deeper than its key',
  '[': 'close it with ], and indent what is inside deeper than its key',
};

function openMark(token: CST.Token): string | undefined {
  if (token.type === 'flow-collection') {
    const closed = token.end.some(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
    return closed ? undefined : token.start.source;
  }
  if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar') return undefined;
  const { source } = token;
  return source.length > 1 && source.endsWith(source.charAt(0)) ? undefined : source.charAt(0);
}
