import type { KubeClient } from './kube-client';
import type { ObjectReference } from './object-reference';

interface ApiResource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** Where objects live in the API, as the server itself tells. */
export class ApiPaths {
  private readonly client: KubeClient;
  private readonly resources = new Map<string, readonly ApiResource[]>();

  constructor(client: KubeClient) {
    this.client = client;
  }

  /** The path of one object. @throws {Error} when the server does not know its kind. */
  async of({ apiVersion, kind, metadata: { name, namespace } }: ObjectReference): Promise<string> {
    const { path, namespaced } = await this.ofKind(apiVersion, kind);
    const folder = namespaced ? path.replace(/\/([^/]+)$/, `/namespaces/${namespace ?? 'default'}/$1`) : path;
    // kube-apiserver refuses a body whose namespace contradicts the path, so a scope that we got wrong is found as well.
    return `${folder}/${name}`;
  }

  /** The path of all objects of a kind. @throws {Error} when the server does not know it. */
  async ofKind(apiVersion: string, kind: string): Promise<{ readonly path: string; readonly namespaced: boolean }> {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const known = this.resources.get(root)?.find((resource) => resource.kind === kind);
    const found = known ?? (await this.discover(root)).find((resource) => resource.kind === kind);
    if (!found) throw new Error(`the server knows no kind ${kind} in ${apiVersion}`);
    return { path: `${root}/${found.name}`, namespaced: found.namespaced };
  }

  private async discover(root: string): Promise<readonly ApiResource[]> {
    const { status, body } = await this.client.call({ method: 'GET', path: root });
    if (status !== 200) return [];
    const all = (body as { readonly resources: readonly ApiResource[] }).resources;
    const resources = all.filter(({ name }) => !name.includes('/'));
    this.resources.set(root, resources);
    return resources;
  }
}
