import { compareBy } from '../core/compare';
import type { Identity } from '../objects/identity';

/** What `dist/index/<cluster>.json` says of one object. */
export interface IndexEntry extends Identity {
  /** Relative to the output folder, such as `clusters/eu-prod/shop/deployment-frontend.yaml`. */
  readonly file: string;
  readonly component: string;
  /** Path of the construct that made the object. */
  readonly path: string;
  /** Digest of the object’s own text, as of `textOf`. */
  readonly digest: string;
}

const compareEntries = compareBy<IndexEntry>(
  (entry) => entry.group,
  (entry) => entry.kind,
  (entry) => entry.namespace,
  (entry) => entry.name,
  (entry) => entry.file,
  (entry) => entry.path,
);

/** The index of a cluster: a JSON list with one object a line, sorted by identity, so that a change shows as one line. */
export function indexFile(entries: readonly IndexEntry[]): string {
  const lines = entries
    .toSorted(compareEntries)
    .map(({ group, kind, namespace, name, file, component, path, digest }) =>
      JSON.stringify({ group, kind, namespace, name, file, component, path, digest }),
    );
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}
