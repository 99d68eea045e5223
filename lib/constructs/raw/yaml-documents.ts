import { LineCounter, parseAllDocuments, type ScalarTag, type Tags } from 'yaml';
import { formatPlace } from '../../core/place';

/** One YAML document as plain data, with the place where it starts. */
export interface YamlDocument {
  readonly value: unknown;
  /** `file:line:column` */
  readonly place: string;
}

/** What is wrong with a file, and where. */
export interface YamlProblem {
  readonly place: string;
  readonly found: string;
}

/** Tags of YAML 1.1 that Kubernetes’ own reader does not know: times, dates and collections other than lists and maps. */
const UNKNOWN_TAGS = ['binary', 'omap', 'pairs', 'set', 'timestamp'].map((name) => `tag:yaml.org,2002:${name}`);

/**
 * Reads YAML as `kubectl` does: by the rules of YAML 1.1, where `0644` is octal and `yes` is true, but without its times
 * and dates, so that `12:30` stays text. Empty documents are left out.
 *
 * @returns the documents, or what is wrong with the first that cannot be read.
 */
export function yamlDocuments(file: string, text: string): readonly YamlDocument[] | YamlProblem {
  const lines = new LineCounter();
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return formatPlace({ file, line, column: col });
  };
  const documents: YamlDocument[] = [];
  for (const document of parseAllDocuments(text, { version: '1.1', customTags, lineCounter: lines })) {
    const [error] = document.errors;
    if (error) return { place: place(error.pos[0]), found: firstLine(error.message) };
    if (!document.contents) continue;
    const start = place(document.contents.range?.[0] ?? document.range[0]);
    try {
      const value: unknown = document.toJS();
      if (value !== null) documents.push({ value, place: start });
    } catch (error) {
      // Aliases that would unfold to more than memory holds.
      return { place: start, found: firstLine(error instanceof Error ? error.message : String(error)) };
    }
  }
  return documents;
}

function customTags(tags: Tags): Tags {
  return tags.filter((tag) => {
    if (typeof tag === 'string') return !UNKNOWN_TAGS.includes(tag);
    return !UNKNOWN_TAGS.includes(tag.tag) && (tag as ScalarTag).format !== 'TIME';
  });
}

function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
