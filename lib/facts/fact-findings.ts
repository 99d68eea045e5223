import { compareFindings, type Finding } from '../core/finding';
import type { Place } from '../core/place';
import { formatPath } from './fact-path';
import type { FactProblem } from './layers/fact-problem';

/**
 * Problems as findings, sorted. What is wrong at one place is told once, however many clusters it reaches through
 * defaults, a tier or an alias.
 */
export function factFindings(problems: readonly FactProblem[], placeOf: (offset: number) => Place): readonly Finding[] {
  const told = new Map<string, { readonly first: FactProblem; readonly clusters: Set<string> }>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.check, problem.offset, problem.path.at(-1)]);
    const group = told.get(key) ?? { first: problem, clusters: new Set() };
    if (problem.cluster !== undefined) group.clusters.add(problem.cluster);
    told.set(key, group);
  }
  return [...told.values()].map(({ first, clusters }) => finding(first, clusters, placeOf)).sort(compareFindings);
}

function finding(
  { check, path, offset, message, fix }: FactProblem,
  clusters: ReadonlySet<string>,
  placeOf: (offset: number) => Place,
): Finding {
  const others = [...clusters].filter((name) => path[0] !== 'clusters' || name !== path[1]);
  return {
    check,
    severity: 'error',
    message: `${path.length > 0 ? formatPath(path) : 'the file'}: ${message}${reach(others)}`,
    fix,
    place: placeOf(offset),
  };
}

const SHOWN = 3;

/** The clusters that a fault reaches and that its path does not name. */
function reach(clusters: readonly string[]): string {
  if (clusters.length === 0) return '';
  const more = clusters.length - SHOWN;
  const names = clusters.slice(0, SHOWN).join(', ');
  return ` (${clusters.length === 1 ? 'cluster' : 'clusters'} ${names}${more > 0 ? ` and ${more} more` : ''})`;
}
