import type { Finding } from '../core/finding';
import type { KubeObject } from '../objects/kube-object';
import { mapAt } from '../objects/kube-object';

/**
 * A Secret whose values stand in plain text: it would be committed to Git.
 *
 * Secrets encrypted by SOPS carry its `sops` metadata and pass.
 */
export function plainSecretFinding(object: KubeObject, path: string): Finding | undefined {
  if (object.kind !== 'Secret' || object.apiVersion !== 'v1' || object.sops !== undefined) return undefined;
  const field = ['stringData', 'data'].find((name) => Object.keys(mapAt(object, name)).length > 0);
  if (!field) return undefined;
  const keys = Object.keys(mapAt(object, field)).join(', ');
  return {
    check: 'secret-value',
    severity: 'error',
    path,
    pointer: `/${field}`,
    message: `Secret "${object.metadata.name}" holds values in plain text (${field}: ${keys}), which would be committed`,
    fix: 'refer to a Secret that exists, or write an ExternalSecret, a SealedSecret or a SOPS-encrypted file',
  };
}
