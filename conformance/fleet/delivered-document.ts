import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeliveredFile, DeliveredFolder } from '../../lib/delivery/cluster-delivery';
import { identityOf } from '../../lib/objects/identity';
import type { KubeObject } from '../../lib/objects/kube-object';
import { COMPONENT_FILE } from '../../lib/output/component-file';
import { fileName } from '../../lib/output/file-name';
import { parseDocuments } from './parse-documents';

/** One object of `dist`. */
export interface DeliveredDocument {
  /** The cluster that it is applied to. */
  readonly place: string;
  readonly component: string;
  /** Relative to the repository. */
  readonly file: string;
  /** Its bytes in the file. */
  readonly yaml: string;
  /** What a YAML library makes of them. */
  readonly object: KubeObject;
  /** Path of the construct that made it. */
  readonly path: string;
}

/** The objects of a folder or file of delivery, in order, as they stand in `dist`. */
export function documentsOf(delivered: DeliveredFolder | DeliveredFile): readonly DeliveredDocument[] {
  return delivered.objects.map(({ object, path }) => {
    const file = join('dist', fileOf(delivered, object));
    const found = documentsIn(file).find((document) => isSame(document.object, object));
    if (!found) throw new Error(`${file}: ${object.kind} ${object.metadata.name} is not in it: run npx bayplan synth`);
    const component = 'component' in delivered ? delivered.component : 'bootstrap';
    return { ...found, place: delivered.cluster, component, file, path };
  });
}

function fileOf(delivered: DeliveredFolder | DeliveredFile, object: KubeObject): string {
  if (!('grain' in delivered)) return delivered.path;
  const { path, grain, namespace } = delivered;
  return `${path}/${grain === 'component' ? COMPONENT_FILE : fileName(identityOf(object), namespace)}`;
}

function documentsIn(file: string) {
  return parseDocuments(readFileSync(join(__dirname, '../..', file), 'utf8'));
}

function isSame(a: KubeObject, b: KubeObject): boolean {
  return a.kind === b.kind && a.metadata.name === b.metadata.name && a.metadata.namespace === b.metadata.namespace;
}
