import type { DeliveredFolder } from '../delivery/cluster-delivery';
import { kustomizationFile } from '../delivery/kustomization-file';
import { identityOf } from '../objects/identity';
import type { RenderedObject } from '../objects/kube-object';
import { COMPONENT_FILE } from '../output/component-file';
import { fileName } from '../output/file-name';
import type { IndexEntry } from '../output/index-file';
import { textOf } from '../output/object-text';
import { toYaml } from '../output/yaml';

/** What a folder holds, wherever it lies. */
export interface FolderContent {
  /** What the index says of each object, in order; `file` is relative to the folder. */
  readonly entries: readonly IndexEntry[];
  /** The files, in that order. */
  readonly files: readonly string[];
  /** Text of a `kustomization.yaml` that lists the files and nothing else. */
  readonly kustomization: string;
}

interface Known extends FolderContent {
  readonly folder: DeliveredFolder;
}

const CONTENTS = new WeakMap<readonly RenderedObject[], Known>();

/** The content of a folder, derived once for all clusters that share its objects. */
export function folderContent(folder: DeliveredFolder): FolderContent {
  const known = CONTENTS.get(folder.objects);
  if (known && isAlike(known.folder, folder)) return known;
  const entries = folder.objects.map((rendered) => entryOf(rendered, folder));
  const files = [...new Set(entries.map(({ file }) => file))];
  const content = { folder, entries, files, kustomization: toYaml(kustomizationFile(files)) };
  CONTENTS.set(folder.objects, content);
  return content;
}

/** The same component on clusters of another grain, say, is not. */
function isAlike(a: DeliveredFolder, b: DeliveredFolder): boolean {
  return a.component === b.component && a.namespace === b.namespace && a.grain === b.grain;
}

function entryOf({ object, path }: RenderedObject, { component, namespace, grain }: DeliveredFolder): IndexEntry {
  const identity = identityOf(object);
  const file = grain === 'component' ? COMPONENT_FILE : fileName(identity, namespace);
  return { ...identity, file, component, path, digest: textOf(object).digest };
}
