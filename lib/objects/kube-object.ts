import type { Json, JsonObject } from '../core/json';

/** One Kubernetes object as plain data, as it will be written. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly [field: string]: Json | ObjectMeta | undefined;
}

/** The metadata that Bayplan reads; further fields pass through. */
export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly [field: string]: Json | undefined;
}

/** A rendered object with its origin. */
export interface RenderedObject {
  readonly object: KubeObject;
  /** Path of the construct that made it, such as `shop/frontend/deployment`. */
  readonly path: string;
}

/** The group of an apiVersion: empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** Reads a map of an object, such as its `spec`; `{}` when it is absent or no map. */
export function mapAt(object: KubeObject, field: string): JsonObject {
  const value = object[field];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
