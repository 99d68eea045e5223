import { type FactPath, formatPath } from '../fact-path';
import type { Located } from '../yaml/located';
import type { FactProblem } from './fact-problem';

/** Keys that stand twice in their map, such as two clusters of one name: the second one is not judged further. */
export function repeatedKeys(root: Located): readonly FactProblem[] {
  const problems: FactProblem[] = [];
  const seen = new Set<Located>();
  // One path for the whole walk: most files have nothing to report, so copies would be made for nothing.
  const path: (string | number)[] = [];
  const visit = (node: Located, step: string | number): void => {
    if (node.type === 'scalar' || seen.has(node)) return;
    seen.add(node);
    path.push(step);
    if (node.type === 'map') {
      for (const { key, offset } of node.repeated) problems.push(repeatedKey([...path.slice(1), key], offset));
      for (const [key, { value }] of node.entries) visit(value, key);
    } else {
      for (const [index, item] of node.items.entries()) visit(item, index);
    }
    path.pop();
  };
  visit(root, '');
  return problems;
}

function repeatedKey(path: FactPath, offset: number): FactProblem {
  const where = path.length > 1 ? ` in ${formatPath(path.slice(0, -1))}` : '';
  const message = `"${path.at(-1)}" stands${where} twice, each name may stand once`;
  return { check: 'duplicate-name', path, offset, message, fix: 'rename one of them, or make them one' };
}
