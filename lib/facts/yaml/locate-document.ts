import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, Scalar, type YAMLMap } from 'yaml';
import { nearest } from '../../core/nearest';
import { type Located, type LocatedList, LocatedMapBuilder } from './located';
import { plainScalar } from './resolve-scalar';
import { invalidYaml, type YamlProblem, type YamlReading } from './yaml-problem';

/** Values that aliases may add in total: far above what a fleet repeats, far below what a bomb needs. */
const MAX_ALIASED_VALUES = 100_000;

/** Turns a composed document into located values; aliases share the value of their anchor. */
export function locateDocument(document: Document.Parsed): YamlReading {
  const walk = new DocumentWalk();
  const root = document.contents ? walk.locate(document.contents, document.contents.range[0]) : undefined;
  return { ...(root && { root }), problems: walk.problems };
}

interface Anchor {
  /** Absent while the anchored value is still being read. */
  node?: Located;
  /** Values in it, those of aliases counted again. */
  weight: number;
}

class DocumentWalk {
  readonly problems: YamlProblem[] = [];
  private readonly anchors = new Map<string, Anchor>();
  private values = 0;
  private aliased = 0;

  /** @param fallback - offset of an empty value. */
  locate(node: Node, fallback: number): Located {
    if (isAlias(node)) return this.alias(node.source, node.range?.[0] ?? fallback);
    const name = 'anchor' in node ? node.anchor : undefined;
    if (name === undefined) return this.value(node, fallback);
    const anchor: Anchor = { weight: 0 };
    this.anchors.set(name, anchor);
    const before = this.values;
    anchor.node = this.value(node, fallback);
    anchor.weight = this.values - before;
    return anchor.node;
  }

  private value(node: Node, fallback: number): Located {
    this.values++;
    const offset = node.range?.[0] ?? fallback;
    if (isMap(node)) return this.map(node, offset);
    if (isSeq(node)) return this.list(node.items, offset);
    return isScalar(node) ? scalar(node, offset, fallback) : plainScalar('', fallback);
  }

  private alias(name: string, offset: number): Located {
    const empty = plainScalar('', offset);
    const anchor = this.anchors.get(name);
    if (!anchor) {
      const guess = nearest(name, [...this.anchors.keys()]);
      const fix = guess
        ? `did you mean *${guess}?`
        : 'define it above with & before a value, or put the text in quotes';
      this.problems.push(invalidYaml(offset, `the alias *${name} has no anchor &${name} above it`, fix));
      return empty;
    }
    if (!anchor.node) {
      this.problems.push(invalidYaml(offset, `the alias *${name} stands inside its own anchor`, 'write the value out'));
      return empty;
    }
    this.values += anchor.weight;
    const before = this.aliased;
    this.aliased += anchor.weight;
    if (this.aliased <= MAX_ALIASED_VALUES) return anchor.node;
    if (before <= MAX_ALIASED_VALUES) {
      const message = `with the alias *${name}, aliases repeat ${this.aliased} values, at most ${MAX_ALIASED_VALUES} are allowed`;
      this.problems.push(invalidYaml(offset, message, 'write shared facts once, under defaults or in a tier'));
    }
    return empty;
  }

  private list(items: readonly unknown[], offset: number): LocatedList {
    return { type: 'list', offset, items: items.map((item) => this.locate(item as ParsedNode, offset)) };
  }

  private map(node: YAMLMap, offset: number): Located {
    const map = new LocatedMapBuilder();
    for (const { key, value } of node.items as readonly { key: ParsedNode; value: ParsedNode | null }[]) {
      const keyOffset = key.range[0];
      const text = this.keyText(key, keyOffset);
      const located = value ? this.locate(value, keyOffset) : plainScalar('', keyOffset);
      if (text !== undefined) map.add(text, keyOffset, located);
    }
    return map.build(offset);
  }

  private keyText(key: ParsedNode, offset: number): string | undefined {
    const text = isScalar(key) ? (key.type === Scalar.PLAIN ? (key.source ?? '') : String(key.value)) : '';
    if (text === '<<') {
      const fix = 'write the keys out, or put shared facts under defaults or in a tier';
      this.problems.push(invalidYaml(offset, 'the merge key << is not part of YAML 1.2', fix));
      return undefined;
    }
    if (text !== '' && text !== '__proto__') return text;
    const message = text === '' ? 'a key that is no text' : `the key ${text} is reserved`;
    this.problems.push(invalidYaml(offset, message, 'name the key with a word'));
    return undefined;
  }
}

function scalar(node: Scalar, offset: number, fallback: number): Located {
  if (node.type === Scalar.PLAIN && node.tag === undefined) {
    const source = node.source ?? '';
    return plainScalar(source, source === '' ? fallback : offset);
  }
  const { value } = node;
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
  return { type: 'scalar', offset, value: plain ? value : String(value) };
}
