import { compareText } from '../../lib/core/compare';
import type { GroupVersionKind } from './schema';

/** A kind that can be written to a cluster. */
export interface KindRow {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** All that a supported minor or a pinned CRD serves, the preferred one first. */
  readonly versions: readonly string[];
  readonly namespaced: boolean;
}

/** The `paths` of an OpenAPI document: operations by path and method. */
export type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Operation {
  readonly 'x-kubernetes-action'?: string;
  readonly 'x-kubernetes-group-version-kind'?: GroupVersionKind;
}

/**
 * The kinds whose objects can be created by name: what has no `put` of its own (reviews, bindings) is no object to ship.
 */
export function kindRows(paths: Paths): readonly KindRow[] {
  const rows: KindRow[] = [];
  for (const [path, operations] of Object.entries(paths)) {
    const gvk = (operations.put as Operation | undefined)?.['x-kubernetes-group-version-kind'];
    if (gvk && path.endsWith('/{name}')) rows.push(rowOf(gvk, path.includes('/{namespace}/')));
  }
  return mergeKinds(rows);
}

/** One row a kind, versions merged, sorted by group and kind. */
export function mergeKinds(rows: readonly KindRow[]): readonly KindRow[] {
  const merged = new Map<string, KindRow>();
  for (const row of rows) {
    const key = `${row.group}/${row.kind}`;
    const versions = new Set([...(merged.get(key)?.versions ?? []), ...row.versions]);
    merged.set(key, { ...row, versions: [...versions].sort(compareVersions) });
  }
  return [...merged.values()].sort((a, b) => compareText(a.group, b.group) || compareText(a.kind, b.kind));
}

/**
 * Kubernetes' own order: GA before beta before alpha, higher numbers first.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#version-priority
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [versionParts(a), versionParts(b)];
  for (const [index, value] of left.entries()) {
    const difference = (right[index] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return compareText(a, b);
}

function versionParts(version: string): readonly number[] {
  const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
  if (!match) return [-1, 0, 0];
  const stage = match[2] === 'alpha' ? 0 : match[2] === 'beta' ? 1 : 2;
  return [stage, Number(match[1]), Number(match[3] ?? 0)];
}

function rowOf({ group, version, kind }: GroupVersionKind, namespaced: boolean): KindRow {
  return { group, kind, versions: [version], namespaced };
}
