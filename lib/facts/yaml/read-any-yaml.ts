import { Composer, type Document, Parser } from 'yaml';
import { locateDocument } from './locate-document';
import { syntaxProblems } from './syntax-problems';
import { tooDeep, unclosed } from './syntax-tree';
import { invalidYaml, type YamlReading } from './yaml-problem';

/** Deeper than any fleet, and far from where recursion ends. */
const MAX_DEPTH = 100;

/**
 * Reads any YAML 1.2 through the `yaml` package, with what a fleet file may not use refused: several documents, other
 * versions of YAML, tags of one’s own, alias bombs, bottomless nesting.
 */
export function readAnyYaml(text: string): YamlReading {
  const tokens = [...new Parser().parse(text)];
  const [, second] = tokens.filter((token) => token.type === 'document');
  if (second) {
    const fix = 'keep one document: remove the line --- and what does not belong to the fleet';
    return { problems: [invalidYaml(second.offset, 'a second YAML document starts, a fleet file holds one', fix)] };
  }
  const deep = tooDeep(tokens, MAX_DEPTH);
  if (deep) return { problems: [deep] };
  const open = unclosed(tokens);
  if (open.length > 0) return { problems: open };
  const options = { uniqueKeys: false, prettyErrors: false, keepSourceTokens: false } as const;
  const [document] = [...new Composer(options).compose(tokens, true, text.length)];
  return document ? readDocument(text, document) : { problems: [] };
}

function readDocument(text: string, document: Document.Parsed): YamlReading {
  const problems = syntaxProblems(text, [...document.errors, ...document.warnings]);
  if (problems.length > 0) return { problems };
  const { explicit, version } = document.directives.yaml;
  if (explicit && version !== '1.2') {
    return { problems: [invalidYaml(0, `%YAML ${version}, a fleet file is YAML 1.2`, 'remove the %YAML line')] };
  }
  return locateDocument(document);
}
