import { compareText } from '../../lib/core/compare';
import type { KindRow } from './kind-rows';
import { authored, type Schema } from './schema';
import { wireInterface, wireType } from './wire-type';

/** The `definitions` of a Kubernetes OpenAPI document, by full name such as `io.k8s.api.apps.v1.Deployment`. */
export type Definitions = Readonly<Record<string, Schema>>;

/** An author may write a quantity as a number; the document only knows its string form. */
const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';

/** Where two groups share a name, the first one here keeps it bare; groups not named come after, by name. */
const PRECEDENCE = ['meta', 'core', 'apps', 'batch', 'autoscaling', 'networking', 'policy', 'rbac', 'storage'];

/** Not the newest GA version of its kind: it would only take the name away. */
const SUPERSEDED = 'io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler';

/** Interfaces for the newest GA version of every kind that an author can write, and for all that they are made of. */
export function kubernetesTypes(document: Definitions, kinds: readonly KindRow[]): string {
  const roots = rootsOf(document, kinds);
  const definitions = { ...document, ...roots };
  const names = nameAll(
    reach(definitions, Object.keys(roots)).filter((full) => definitions[full]?.properties),
    roots,
  );
  const resolve = (ref: string): string => {
    const full = fullName(ref);
    if (full === QUANTITY) return 'number | string';
    return names.get(full) ?? wireType(definitions[full] ?? {}, resolve);
  };
  return [...names]
    .sort(([, a], [, b]) => compareText(a, b))
    .map(([full, name]) => wireInterface(name, definitions[full] ?? {}, resolve))
    .join('\n');
}

function rootsOf(document: Definitions, kinds: readonly KindRow[]): Definitions {
  const writable = new Set(kinds.map(({ group, kind }) => `${group}/${kind}`));
  const roots: Record<string, Schema> = {};
  for (const [full, schema] of Object.entries(document)) {
    const [gvk, ...others] = schema['x-kubernetes-group-version-kind'] ?? [];
    if (!gvk || others.length > 0 || full === SUPERSEDED) continue;
    if (/^v\d+$/.test(gvk.version) && writable.has(`${gvk.group}/${gvk.kind}`)) roots[full] = authored(schema, gvk);
  }
  return roots;
}

function reach(definitions: Definitions, roots: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const visit = (full: string): void => {
    if (seen.has(full)) return;
    seen.add(full);
    Object.values(definitions[full]?.properties ?? {})
      .flatMap(refsOf)
      .forEach(visit);
  };
  roots.forEach(visit);
  return [...seen];
}

function refsOf(schema: Schema): readonly string[] {
  if (schema.$ref) return [fullName(schema.$ref)];
  const values = typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
  return [...values, ...(schema.items ? [schema.items] : [])].flatMap(refsOf);
}

/** A kind goes before a part, then `PRECEDENCE` decides who keeps the bare name; the others get their group in front. */
function nameAll(fulls: readonly string[], kinds: Definitions): ReadonlyMap<string, string> {
  const rank = (full: string): number => {
    const place = PRECEDENCE.indexOf(groupWord(full));
    return (full in kinds ? 0 : 100) + (place < 0 ? PRECEDENCE.length : place);
  };
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const full of [...fulls].sort((a, b) => rank(a) - rank(b) || compareText(a, b))) {
    const bare = full.slice(full.lastIndexOf('.') + 1);
    const word = groupWord(full);
    const name = taken.has(bare) ? `${word.charAt(0).toUpperCase()}${word.slice(1)}${bare}` : bare;
    if (taken.has(name)) throw new Error(`${full}: the type name ${name} is taken as well; name it by one more rule`);
    taken.add(name);
    names.set(full, name);
  }
  return names;
}

/** `apps` of `io.k8s.api.apps.v1.Deployment`: the segment before the version. */
function groupWord(full: string): string {
  return full.split('.').at(-3) ?? '';
}

function fullName(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
