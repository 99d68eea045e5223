import { parse } from 'yaml';
import type { KubeObject } from '../../lib/objects/kube-object';

/** The documents of a file that we wrote, each with its own bytes. */
export function parseDocuments(text: string): readonly { readonly yaml: string; readonly object: KubeObject }[] {
  return text.split(/^---\n/m).map((yaml) => ({ yaml, object: parse(yaml) as KubeObject }));
}
