import type { Construct } from 'constructs';
import { isLabelValue, isQualifiedName } from '../../core/names';
import { misuse } from './misuse';

/** A map of texts, as labels and annotations are. */
export type TextMap = Readonly<Record<string, string>>;

const KEY = 'use at most 63 of A-Z, a-z, 0-9, -, _ and ., with an optional DNS prefix such as example.com/';
const VALUE = 'use at most 63 of A-Z, a-z, 0-9, -, _ and ., starting and ending with a letter or digit';
/** @see https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go */
const MAX_ANNOTATION_BYTES = 256 * 1024;

/**
 * Labels whose keys and values Kubernetes accepts.
 *
 * @throws {BayplanError} `invalid-props`
 */
export function checkedLabels(scope: Construct, subject: string, labels: TextMap): TextMap {
  for (const key in labels) {
    const value = labels[key] ?? '';
    checkedLabelKey(scope, subject, key);
    if (!isLabelValue(value)) misuse(scope, `${subject} "${key}" has the value ${JSON.stringify(value)}`, VALUE);
  }
  return labels;
}

/**
 * The key of a label.
 *
 * @throws {BayplanError} `invalid-props`
 */
export function checkedLabelKey(scope: Construct, subject: string, key: string): string {
  return isQualifiedName(key) ? key : misuse(scope, `${subject} has the key ${JSON.stringify(key)}`, KEY);
}

/**
 * Annotations whose keys and total size Kubernetes accepts.
 *
 * @throws {BayplanError} `invalid-props`
 */
export function checkedAnnotations(scope: Construct, subject: string, annotations: TextMap): TextMap {
  let bytes = 0;
  for (const key in annotations) {
    // The API server lowers annotation keys before it looks at them.
    if (!isQualifiedName(key.toLowerCase())) misuse(scope, `${subject} have the key ${JSON.stringify(key)}`, KEY);
    bytes += Buffer.byteLength(key) + Buffer.byteLength(annotations[key] ?? '');
  }
  if (bytes > MAX_ANNOTATION_BYTES) {
    misuse(scope, `${subject} hold ${bytes} bytes`, `keep them within ${MAX_ANNOTATION_BYTES}, all together`);
  }
  return annotations;
}
