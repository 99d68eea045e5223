import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ConfigMap } from '../../../imports/k8s';
import { kubeObject } from '../kube-object';
import type { TextMap } from '../validation/checked-labels';
import { checkedName } from '../validation/checked-name';
import { misuse } from '../validation/misuse';
import { contentHash } from './content-hash';

/** What one object may hold: the API server refuses more. @see https://kubernetes.io/docs/concepts/configuration/configmap/ */
const MAX_BYTES = 1024 * 1024;

/** What a ConfigMap holds, and what its change does. */
export interface ConfigMapContent {
  readonly data?: TextMap | undefined;
  readonly binaryData?: TextMap | undefined;
  /** Whether its name ends in a hash of its content, and the content never changes. */
  readonly hashed: boolean;
}

/**
 * A ConfigMap; a hashed one gets a new name with new content, so that pods that use it are replaced.
 *
 * @throws {BayplanError} `invalid-name`, or `invalid-props` for a key that is no file name, a key given twice, or more
 * than 1 MiB.
 */
export function configMap(
  scope: Construct,
  id: string,
  owner: { readonly name: string; readonly labels: TextMap },
  { data, binaryData, hashed }: ConfigMapContent,
): ApiObject {
  checkContent(scope, data ?? {}, binaryData ?? {});
  const name = hashed ? `${owner.name}-${contentHash({ data, binaryData })}` : owner.name;
  return kubeObject<ConfigMap>(scope, id, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: checkedName(scope, 'the ConfigMap', name, 'subdomain'), labels: owner.labels },
    immutable: hashed ? true : undefined,
    data,
    binaryData,
  });
}

function checkContent(scope: Construct, data: TextMap, binaryData: TextMap): void {
  let bytes = 0;
  for (const key of [...Object.keys(data), ...Object.keys(binaryData)]) {
    checkKey(scope, key);
    bytes += Buffer.byteLength(key) + Buffer.byteLength(data[key] ?? binaryData[key] ?? '');
  }
  for (const [key, bytes64] of Object.entries(binaryData)) {
    if (/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(bytes64)) continue;
    misuse(scope, `the key "${key}" of binaryData is not in Base64`, 'encode it, or move it to data');
  }
  const twice = Object.keys(data).find((key) => binaryData[key] !== undefined);
  if (twice !== undefined) misuse(scope, `the key "${twice}" is in data and in binaryData`, 'keep one of them');
  if (bytes > MAX_BYTES) misuse(scope, `the configuration holds ${bytes} bytes`, `keep it within ${MAX_BYTES}`);
}

function checkKey(scope: Construct, key: string): void {
  if (/^[-._a-zA-Z0-9]{1,253}$/.test(key) && key !== '.' && !key.startsWith('..')) return;
  const fix = 'use at most 253 of A-Z, a-z, 0-9, -, _ and ., not starting with ..';
  misuse(scope, `${JSON.stringify(key)} is no file name that a ConfigMap can hold`, fix);
}
