import { type FactPath, formatPath } from '../fact-path';
import type { Located } from '../yaml/located';
import type { FactProblem } from './fact-problem';

/** Keys that stand twice in their map, such as two clusters of one name: the second one is not judged further. */
export function repeatedKeys(root: Located): readonly FactProblem[] {
  const problems: FactProblem[] = [];
  const seen = new Set<Located>();
  const visit = (node: Located, path: FactPath): void => {
    if (node.type === 'scalar' || seen.has(node)) return;
    seen.add(node);
    if (node.type === 'list') {
      for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
      return;
    }
    for (const { key, offset } of node.repeated) problems.push(repeatedKey([...path, key], offset));
    for (const [key, { value }] of node.entries) visit(value, [...path, key]);
  };
  visit(root, []);
  return problems;
}

function repeatedKey(path: FactPath, offset: number): FactProblem {
  const where = path.length > 1 ? ` in ${formatPath(path.slice(0, -1))}` : '';
  const message = `"${path.at(-1)}" stands${where} twice, each name may stand once`;
  return { check: 'duplicate-name', path, offset, message, fix: 'rename one of them, or make them one' };
}
