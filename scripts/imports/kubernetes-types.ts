import { compareText } from '../../lib/core/compare';
import type { KindRow } from './kind-rows';
import { apiVersionOf, type Schema } from './schema';
import { quote, wireField, wireType } from './wire-type';

/** The `definitions` of a Kubernetes OpenAPI document, by full name such as `io.k8s.api.apps.v1.Deployment`. */
export type Definitions = Readonly<Record<string, Schema>>;

/** An author may write a quantity as a number; the document only knows its string form. */
const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';

/** Where two groups share a name, the first one here keeps it bare; groups not named come after, by name. */
const PRECEDENCE = ['meta', 'core', 'apps', 'batch', 'autoscaling', 'networking', 'policy', 'rbac', 'storage'];

/** Versions that are not the newest of their kind, and so would only take its name away. */
const SUPERSEDED = new Set(['autoscaling/v1']);

/**
 * Interfaces for every GA kind that an author can write and for all that they are made of.
 *
 * `status` of the kinds is left out: the cluster writes it.
 */
export function kubernetesTypes(definitions: Definitions, kinds: readonly KindRow[]): string {
  const roots = rootsOf(definitions, kinds);
  const reached = reach(definitions, roots);
  const names = nameAll(
    [...reached].filter((full) => definitions[full]?.properties),
    new Set(roots),
  );
  const resolve = (ref: string): string => {
    const full = fullName(ref);
    if (full === QUANTITY) return 'number | string';
    return names.get(full) ?? wireType(definitions[full] ?? {}, resolve);
  };
  return [...names]
    .sort(([, a], [, b]) => compareText(a, b))
    .map(([full, name]) => interfaceText(name, definitions[full] ?? {}, roots.includes(full), resolve))
    .join('\n');
}

function rootsOf(definitions: Definitions, kinds: readonly KindRow[]): readonly string[] {
  const writable = new Set(kinds.map(({ group, kind }) => `${group}/${kind}`));
  return Object.keys(definitions)
    .filter((full) => {
      const gvk = definitions[full]?.['x-kubernetes-group-version-kind'];
      const only = gvk?.length === 1 ? gvk[0] : undefined;
      if (!only || !/^v\d+$/.test(only.version) || SUPERSEDED.has(apiVersionOf(only))) return false;
      return writable.has(`${only.group}/${only.kind}`);
    })
    .sort(compareText);
}

function reach(definitions: Definitions, roots: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (full: string): void => {
    if (seen.has(full)) return;
    seen.add(full);
    for (const [, schema] of fieldsOf(definitions[full] ?? {}, roots.includes(full))) refsOf(schema).forEach(visit);
  };
  roots.forEach(visit);
  return seen;
}

function refsOf(schema: Schema): readonly string[] {
  if (schema.$ref) return [fullName(schema.$ref)];
  const values = typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
  return [...values, ...(schema.items ? [schema.items] : [])].flatMap(refsOf);
}

function fieldsOf(schema: Schema, isKind: boolean): readonly (readonly [string, Schema])[] {
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => !(isKind && name === 'status'))
    .sort(([a], [b]) => compareText(a, b));
}

/** A kind goes before a part, then `PRECEDENCE` decides who keeps the bare name; the others get their group in front. */
function nameAll(fulls: readonly string[], kinds: ReadonlySet<string>): ReadonlyMap<string, string> {
  const rank = (full: string): number => {
    const place = PRECEDENCE.indexOf(groupWord(full));
    return (kinds.has(full) ? 0 : 100) + (place < 0 ? PRECEDENCE.length : place);
  };
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const full of [...fulls].sort((a, b) => rank(a) - rank(b) || compareText(a, b))) {
    const bare = full.slice(full.lastIndexOf('.') + 1);
    const word = groupWord(full);
    const name = taken.has(bare) ? `${word.charAt(0).toUpperCase()}${word.slice(1)}${bare}` : bare;
    if (taken.has(name)) throw new Error(`${full}: the type name ${name} is taken; a third rule is needed`);
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

function interfaceText(name: string, schema: Schema, isKind: boolean, resolve: (ref: string) => string): string {
  const gvk = schema['x-kubernetes-group-version-kind']?.[0];
  const required = new Set(schema.required);
  const fields = fieldsOf(schema, isKind).map(([field, value]) => {
    if (isKind && gvk && field === 'apiVersion') return wireField(field, quote(apiVersionOf(gvk)), false);
    if (isKind && gvk && field === 'kind') return wireField(field, quote(gvk.kind), false);
    return wireField(field, wireType(value, resolve), required.has(field));
  });
  return `export interface ${name} {\n${fields.join('\n')}\n}\n`;
}
