import { parseAllDocuments } from 'yaml';
import { compareVersions, type KindRow } from './kind-rows';
import type { Schema } from './schema';

/** A CustomResourceDefinition as far as types are made of it. */
export interface Crd {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly scope: string;
    readonly versions: readonly CrdVersion[];
  };
}

interface CrdVersion {
  readonly name: string;
  readonly served: boolean;
  readonly schema: { readonly openAPIV3Schema: Schema };
}

/** The CRDs among the documents of a YAML file. */
export function parseCrds(text: string): readonly Crd[] {
  return parseAllDocuments(text)
    .map((document) => document.toJS() as Crd | null)
    .filter((crd): crd is Crd => crd?.kind === 'CustomResourceDefinition');
}

/** The CRD's row in the table of kinds: every served version. */
export function crdRow({ spec }: Crd): KindRow {
  const versions = spec.versions.filter(({ served }) => served).map(({ name }) => name);
  return { group: spec.group, kind: spec.names.kind, versions, namespaced: spec.scope === 'Namespaced' };
}

/** The CRD with only the version that a client prefers, and without descriptions. */
export function narrowCrd({ apiVersion, kind, metadata, spec }: Crd): Crd {
  const preferred = preferredVersion(spec.versions, metadata.name);
  const versions = [{ ...preferred, schema: withoutDescriptions(preferred.schema) }];
  return { apiVersion, kind, metadata: { name: metadata.name }, spec: { ...spec, versions } };
}

function preferredVersion(versions: readonly CrdVersion[], name: string): CrdVersion {
  const served = versions.filter((version) => version.served);
  const [first] = served.sort((a, b) => compareVersions(a.name, b.name));
  if (!first) throw new Error(`${name}: no version is served`);
  return first;
}

/** A `description` that is a map is a field of that name, and stays. */
function withoutDescriptions<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutDescriptions) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, child]) => key !== 'description' || typeof child !== 'string');
  return Object.fromEntries(entries.map(([key, child]) => [key, withoutDescriptions(child)])) as T;
}
