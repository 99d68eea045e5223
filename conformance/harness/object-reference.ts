/** What names an object: as far as an address in the API needs it. */
export interface ObjectReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** An object in words, such as `apps/v1 Deployment shop/web`. */
export function referenceText({ apiVersion, kind, metadata: { name, namespace } }: ObjectReference): string {
  return `${apiVersion} ${kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
}
