import type { Finding } from '../../lib/core/finding';
import { formatPlace } from '../../lib/core/place';
import { parseFleet } from '../../lib/facts/parse-fleet';

/** Everything that a finding says, on one line. */
export function findingLine({ place, severity, message, fix, check, ...rest }: Finding): string {
  const others = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  return `${place ? formatPlace(place) : ''}: ${severity}: ${message}; ${fix} [${check}]${others}`;
}

/** The findings of a fleet file, line by line. */
export function linesOf(yaml: string): readonly string[] {
  const { fleet, findings } = parseFleet(yaml, 'fleet.yaml');
  if ((fleet === undefined) !== findings.length > 0) throw new Error('a fleet and findings exclude each other');
  return findings.map(findingLine);
}
