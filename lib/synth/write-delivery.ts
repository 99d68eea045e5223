import type { ClusterDelivery, DeliveredFile, DeliveredFolder } from '../delivery/cluster-delivery';
import { KUSTOMIZATION_FILE, kustomizationFile } from '../delivery/kustomization-file';
import { identityOf } from '../objects/identity';
import { COMPONENT_FILE, componentFile } from '../output/component-file';
import { fileName } from '../output/file-name';
import { type IndexEntry, indexFile } from '../output/index-file';
import { textOf } from '../output/object-text';
import type { TreeSink } from '../output/tree-sink';
import { joinYaml, toYaml } from '../output/yaml';

/**
 * Hands the files of one cluster to the sink, its index last.
 *
 * The index lists what a hub holds about the cluster, too: the file says in whose tree it lies. So a run for one cluster
 * need not know the others.
 *
 * @returns how many objects were written.
 */
export function writeDelivery(cluster: string, { folders, files }: ClusterDelivery, sink: TreeSink): number {
  const entries = [
    ...folders.flatMap((folder) => writeFolder(folder, sink)),
    ...files.flatMap((file) => writeFile(file, sink)),
  ];
  sink.write(`index/${cluster}.json`, indexFile(entries), `the index of ${cluster}`);
  return entries.length;
}

function writeFolder(folder: DeliveredFolder, sink: TreeSink): readonly IndexEntry[] {
  const { path, component, objects, grain } = folder;
  const names = grain === 'component' ? writeTogether(folder, sink) : writeEach(folder, sink);
  if (folder.kustomization) {
    const resources = [...new Set(names), ...folder.kustomization.resources];
    sink.write(`${path}/${KUSTOMIZATION_FILE}`, toYaml(kustomizationFile(resources)), component);
  }
  return objects.map((rendered, index) => {
    const file = `${path}/${names[index]}`;
    const { digest } = textOf(rendered.object);
    return { ...identityOf(rendered.object), file, component, path: rendered.path, digest };
  });
}

/** @returns the file of each object, in order. */
function writeEach({ path, objects, namespace }: DeliveredFolder, sink: TreeSink): readonly string[] {
  return objects.map((rendered) => {
    const name = fileName(identityOf(rendered.object), namespace);
    sink.write(`${path}/${name}`, textOf(rendered.object).text, rendered.path);
    return name;
  });
}

function writeTogether({ path, component, objects }: DeliveredFolder, sink: TreeSink): readonly string[] {
  if (objects.length === 0) return [];
  sink.write(`${path}/${COMPONENT_FILE}`, componentFile(objects.map(({ object }) => object)), component);
  return objects.map(() => COMPONENT_FILE);
}

function writeFile({ path, objects }: DeliveredFile, sink: TreeSink): readonly IndexEntry[] {
  sink.write(path, joinYaml(objects.map(({ object }) => textOf(object).text)), path);
  return objects.map((rendered) => {
    const { digest } = textOf(rendered.object);
    return { ...identityOf(rendered.object), file: path, component: 'bootstrap', path: rendered.path, digest };
  });
}
