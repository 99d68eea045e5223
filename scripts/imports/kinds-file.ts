import type { KindRow } from './kind-rows';
import { quote } from './wire-type';

/** The text of `imports/kinds.ts`: the rows as data, one a line, so that a change of Kubernetes is a readable diff. */
export function kindsFile(rows: readonly KindRow[]): string {
  const lines = rows.map(({ group, kind, versions, namespaced }) => {
    const list = versions.map(quote).join(', ');
    return `  { group: ${quote(group)}, kind: ${quote(kind)}, versions: [${list}], namespaced: ${namespaced} },`;
  });
  return `${DECLARATION}\nexport const KINDS: readonly KindRow[] = [\n${lines.join('\n')}\n];\n`;
}

const DECLARATION = `/** One kind; \`versions\` holds all that a supported minor or a pinned CRD serves, the preferred one first. */
export interface KindRow {
  readonly group: string;
  readonly kind: string;
  readonly versions: readonly string[];
  readonly namespaced: boolean;
}
`;
