import { readFileSync } from 'node:fs';
import { ApiObject, type ApiObjectProps } from 'cdk8s';
import { Construct } from 'constructs';
import { misuse } from '../validation/misuse';
import { type YamlDocument, yamlDocuments } from './yaml-documents';

export interface YamlFileProps {
  /** Path of the file, relative to the folder in which the command runs. */
  readonly file: string;
}

/** The last content of each file: components of many clusters read the same ones. */
const known = new Map<string, { readonly text: string; readonly documents: readonly YamlDocument[] }>();

/**
 * The objects of a local YAML file, as they stand there; lists are unfolded.
 *
 * `object` finds one of them, whose `addJsonPatch` changes it.
 *
 * @throws {BayplanError} `unreadable-file`, `invalid-yaml`, or `invalid-object` for a document that is no object; each
 * names the place.
 */
export class YamlFile extends Construct {
  /** In the order of the file. */
  readonly objects: readonly ApiObject[];

  constructor(scope: Construct, id: string, props: YamlFileProps) {
    super(scope, id);
    const objects: ApiObject[] = [];
    for (const { value, place } of this.read(props.file)) {
      for (const manifest of unfolded(value)) objects.push(this.add(manifest, place));
    }
    if (objects.length === 0) {
      misuse(this, `${props.file}: the file holds no object`, 'write one, or leave the file out', 'invalid-object');
    }
    this.objects = objects;
  }

  /**
   * The object of a kind and name.
   *
   * @throws {BayplanError} `invalid-props` when the file does not hold it.
   */
  object(kind: string, name: string): ApiObject {
    const found = this.objects.find((object) => object.kind === kind && object.name === name);
    if (found) return found;
    const existing = this.objects.map((object) => `${object.kind} ${object.name}`).join(', ') || 'none';
    return misuse(this, `the file holds no ${kind} "${name}"`, `name one of its objects: ${existing}`);
  }

  private read(file: string): readonly YamlDocument[] {
    const text = this.text(file);
    const last = known.get(file);
    if (last?.text === text) return last.documents;
    const documents = yamlDocuments(file, text);
    if ('found' in documents) {
      return misuse(this, `${documents.place}: ${documents.found}`, 'mend the file', 'invalid-yaml');
    }
    known.set(file, { text, documents });
    return documents;
  }

  private text(file: string): string {
    let text = '';
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      const reason =
        typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
      const fix = 'give the path of a file, relative to the folder in which the command runs';
      misuse(this, `${file}: the file cannot be read (${reason})`, fix, 'unreadable-file');
    }
    if (!/[\0\uFFFD]/.test(text)) return text;
    return misuse(this, `${file}: the file is no UTF-8 text`, 'give a file of YAML', 'unreadable-file');
  }

  private add(manifest: unknown, place: string): ApiObject {
    if (!isManifest(manifest)) {
      const fix = 'give every object an apiVersion, a kind and a metadata.name';
      return misuse(this, `${place}: the document is no Kubernetes object`, fix, 'invalid-object');
    }
    const { namespace, name } = manifest.metadata;
    const stem = [manifest.kind.toLowerCase(), namespace, name].filter((part) => part !== undefined).join('-');
    let id = stem.replaceAll('/', '-');
    for (let count = 2; this.node.tryFindChild(id); count++) id = `${stem}-${count}`;
    return new ApiObject(this, id, manifest);
  }
}

function unfolded(value: unknown): readonly unknown[] {
  const isList = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'List';
  return isList && 'items' in value && Array.isArray(value.items) ? value.items : [value];
}

type Manifest = ApiObjectProps & { readonly metadata: { readonly name: string; readonly namespace?: string } };

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { apiVersion, kind, metadata } = value as Partial<Record<string, unknown>>;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || !apiVersion || !kind) return false;
  const name = typeof metadata === 'object' && metadata !== null && 'name' in metadata ? metadata.name : undefined;
  return typeof name === 'string' && name !== '';
}
