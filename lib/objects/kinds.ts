import { KINDS } from '../../imports/kinds';

/** By kind, then by group: whether its objects live in a namespace. */
const SCOPES = new Map<string, Map<string, boolean>>();
for (const { group, kind, namespaced } of KINDS) {
  const groups = SCOPES.get(kind) ?? new Map<string, boolean>();
  SCOPES.set(kind, groups.set(group, namespaced));
}

/**
 * Whether objects of a kind live in a namespace.
 *
 * @param group - Empty for the core group.
 * @returns `undefined` for a kind that is neither built in nor imported: its CRD has to tell.
 * @see `imports/kinds.ts`, generated from the paths of Kubernetes' OpenAPI and the scopes of the imported CRDs
 */
export function isNamespaced(group: string, kind: string): boolean | undefined {
  return SCOPES.get(kind)?.get(group);
}

/** Whether more than one group has a kind of this name, so that the kind alone does not say what an object is. */
export function kindIsAmbiguous(kind: string): boolean {
  return (SCOPES.get(kind)?.size ?? 0) > 1;
}
