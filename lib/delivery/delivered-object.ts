import type { KubeObject, RenderedObject } from '../objects/kube-object';
import { DELIVERY } from './delivery-name';

/** An object that delivery makes: no construct stands behind it. */
export function deliveredObject(object: KubeObject): RenderedObject {
  return { object, path: DELIVERY };
}
