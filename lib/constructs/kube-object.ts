import { ApiObject, type ApiObjectProps } from 'cdk8s';
import type { Construct } from 'constructs';

/** What every wire type of `imports/k8s` has. */
interface WireObject {
  readonly apiVersion?: string | undefined;
  readonly kind?: string | undefined;
  readonly metadata?: { readonly name?: string | undefined } | undefined;
}

/**
 * Adds one Kubernetes object in wire form: `T` is a type of `imports/k8s`, so a misspelt field does not compile.
 *
 * The returned `ApiObject` is the escape hatch: `addJsonPatch` changes anything in it.
 */
export function kubeObject<T extends WireObject>(
  scope: Construct,
  id: string,
  manifest: T & { readonly apiVersion: string; readonly kind: string },
): ApiObject {
  return new ApiObject(scope, id, manifest as unknown as ApiObjectProps);
}
