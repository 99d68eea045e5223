import type { Finding } from '../core/finding';
import { formatPlace } from '../core/place';

/** A finding and the clusters that have it: equal findings of many clusters are told once. */
export interface GroupedFinding {
  readonly finding: Finding;
  /** Empty when the finding belongs to no cluster. */
  readonly clusters: readonly string[];
}

/** Merges findings that differ in their cluster only; keeps the order of first appearance. */
export function groupFindings(findings: readonly Finding[]): readonly GroupedFinding[] {
  const groups = new Map<string, { finding: Finding; clusters: string[] }>();
  for (const finding of findings) {
    const { cluster, object, ...rest } = finding;
    const { cluster: objectCluster, ...objectRest } = object ?? { cluster: undefined };
    const key = JSON.stringify([rest, objectRest]);
    const group = groups.get(key) ?? { finding, clusters: [] };
    const name = cluster ?? objectCluster;
    if (name !== undefined && !group.clusters.includes(name)) group.clusters.push(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** One line: place or construct path first, then severity, what was found, what to do, the check’s id, the clusters. */
export function formatFinding({ finding, clusters }: GroupedFinding): string {
  const subject = [finding.place ? formatPlace(finding.place) : '', finding.path ?? finding.component ?? '']
    .filter((part) => part !== '')
    .map((part) => `${part}: `)
    .join('');
  const where = clusters.length > 0 ? ` (${formatClusters(clusters)})` : '';
  return `${subject}${finding.severity}: ${finding.message}; ${finding.fix} [${finding.check}]${where}`;
}

const SHOWN_CLUSTERS = 5;

function formatClusters(clusters: readonly string[]): string {
  const shown = clusters.slice(0, SHOWN_CLUSTERS).join(', ');
  const more = clusters.length - SHOWN_CLUSTERS;
  return `${clusters.length === 1 ? 'cluster' : 'clusters'} ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}
