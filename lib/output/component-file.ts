import { compareInstallOrder } from '../objects/install-order';
import type { KubeObject } from '../objects/kube-object';
import { textOf } from './object-text';
import { joinYaml } from './yaml';

/** Name of the one file of a component where the fleet’s grain is `component`. */
export const COMPONENT_FILE = 'objects.yaml';

/**
 * All objects of a component as one stream, in the order in which a person would apply them, so that one more object
 * never moves others.
 *
 * @throws {BayplanError} `not-plain-data` when an object holds a value that JSON has no word for.
 */
export function componentFile(objects: readonly KubeObject[]): string {
  return joinYaml(objects.toSorted(compareInstallOrder).map((object) => textOf(object).text));
}
