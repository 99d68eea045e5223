import { join } from 'node:path';
import { Node } from 'constructs';
import { components } from '../../fleet/components';
import type { Cluster } from '../../lib/facts/cluster';
import { blame } from '../../lib/render/blame';
import { renderComponent } from '../../lib/render/render-component';

const PROJECT = join(__dirname, '../..');
const OWN = join(PROJECT, 'lib');

/** What adds a construct to the tree: constructs calls it for each, though its types keep it private. */
interface TreeHook {
  addChild(this: { readonly path: string }, child: unknown, id: string): void;
}

/**
 * The construct and the line of TypeScript that made an object, such as
 * `boutique/frontend/service (fleet/components/boutique.ts:41)`.
 *
 * Renders the component once more and watches the tree grow, so it is asked for failures only.
 */
export function originOf(cluster: Cluster, componentName: string, path: string): string {
  const component = components.find(({ name }) => name === componentName);
  if (!component) return `${path} (made by delivery)`;
  const places = new Map<string, string>();
  const hook = Node.prototype as unknown as TreeHook;
  const addChild = hook.addChild;
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  hook.addChild = function watched(child, id) {
    const here = new Error();
    Error.captureStackTrace(here, watched);
    const place = blame(here, PROJECT, OWN);
    if (place) places.set([this.path, id].filter(Boolean).join('/'), `${place.file}:${place.line}`);
    addChild.call(this, child, id);
  };
  try {
    renderComponent(component, cluster, { project: PROJECT, own: OWN });
  } finally {
    hook.addChild = addChild;
    Error.stackTraceLimit = limit;
  }
  const nearest = [...places.keys()].filter((known) => path.endsWith(known) || `${path}/`.startsWith(`${known}/`));
  const longest = nearest.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? path : `${path} (${places.get(longest)})`;
}
