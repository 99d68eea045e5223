import { BayplanError } from '../core/errors';
import { DEEPEST, isMap } from './plain-map';
import { scalarText } from './yaml-scalar';

interface Problem {
  readonly pointer: string;
  readonly found: string;
}

/**
 * Why `toYaml` refuses a value: looks for the first place that JSON has no word for.
 *
 * A walk of its own, so that writing does not keep the path of every node for the sake of a message that is rarely made.
 */
export function notPlainData(root: unknown): BayplanError {
  const { pointer, found } = firstProblem(root, '', []) ?? {
    pointer: '',
    found: `nested more than ${DEEPEST} levels deep`,
  };
  const place = pointer === '' ? 'the value itself' : pointer;
  return new BayplanError('not-plain-data', {
    message: `${subjectOf(root)}${place} is ${found}, and only text, finite numbers, true, false, null, lists and maps can be written`,
    fix: 'give plain data, or leave the field out',
  });
}

/** `Deployment web: `, when the value says so much about itself. */
function subjectOf(root: unknown): string {
  if (!isMap(root) || typeof root.kind !== 'string' || !isMap(root.metadata)) return '';
  const { name, namespace } = root.metadata;
  if (typeof name !== 'string') return '';
  return typeof namespace === 'string' ? `${root.kind} ${namespace}/${name}: ` : `${root.kind} ${name}: `;
}

function firstProblem(value: unknown, pointer: string, parents: readonly unknown[]): Problem | undefined {
  if (typeof value !== 'object' || value === null) {
    return scalarText(value, '') === undefined ? { pointer, found: describe(value) } : undefined;
  }
  if (parents.includes(value)) return { pointer, found: 'a part of itself' };
  if (parents.length > DEEPEST) return { pointer, found: `nested more than ${DEEPEST} levels deep` };
  if (!Array.isArray(value) && !isMap(value)) return { pointer, found: describe(value) };
  for (const [key, child] of Object.entries(Array.isArray(value) ? [...value] : value)) {
    if (child === undefined && !Array.isArray(value)) continue;
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (scalarText(key, '') === undefined) return { pointer: at, found: 'under a key that is no Unicode text' };
    const problem = firstProblem(child, at, [...parents, value]);
    if (problem) return problem;
  }
  return undefined;
}

function describe(value: unknown): string {
  if (typeof value === 'string') return 'text with half a surrogate pair';
  if (typeof value === 'number' || value === undefined) return String(value);
  if (typeof value === 'object' && value !== null) {
    const name: unknown = value.constructor?.name;
    return typeof name === 'string' && name !== '' ? `an instance of ${name}` : 'an instance of a class';
  }
  return `a ${typeof value}`;
}
