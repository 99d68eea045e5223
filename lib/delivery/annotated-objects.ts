import { compareInstallOrder } from '../objects/install-order';
import type { KubeObject, RenderedObject } from '../objects/kube-object';

/** Annotations that a dialect puts on an object. */
export type Annotations = Readonly<Record<string, string>>;

/** The objects of a component as a dialect delivers them. */
export type ObjectsFor = (objects: readonly RenderedObject[]) => readonly RenderedObject[];

/**
 * Makes the transformation of a dialect: objects in the order in which a person would apply them, with the dialect’s
 * annotations.
 *
 * Clusters of one engine that share objects share the result, and objects that get nothing stay the same reference, so
 * that what the output keeps for an object serves all engines.
 *
 * @param annotate - The annotations that an object gets, over those that it has; none leave it as it is.
 */
export function annotatedObjects(annotate: (object: KubeObject) => Annotations): ObjectsFor {
  const made = new WeakMap<readonly RenderedObject[], readonly RenderedObject[]>();
  return (objects) => {
    const known = made.get(objects);
    if (known) return known;
    const result = objects
      .map((rendered) => withAnnotations(rendered, annotate(rendered.object)))
      .sort((a, b) => compareInstallOrder(a.object, b.object));
    made.set(objects, result);
    return result;
  };
}

function withAnnotations(rendered: RenderedObject, annotations: Annotations): RenderedObject {
  if (Object.keys(annotations).length === 0) return rendered;
  const { object, path } = rendered;
  const { metadata } = object;
  return {
    object: { ...object, metadata: { ...metadata, annotations: { ...metadata.annotations, ...annotations } } },
    path,
  };
}
