import { createHash } from 'node:crypto';
import type { KubeObject } from '../objects/kube-object';
import { toYaml } from './yaml';

/** An object as it is written. */
export interface ObjectText {
  readonly text: string;
  /** The first 128 bits of the text’s SHA-256 in hexadecimal: equal exactly when the text is. */
  readonly digest: string;
}

const DIGEST_DIGITS = 32;
const TEXTS = new WeakMap<KubeObject, ObjectText>();

/**
 * The text of an object, made once: clusters that share a rendered object share its text. So an object must not change
 * after its first call.
 *
 * @throws {BayplanError} `not-plain-data` when the object holds a value that JSON has no word for.
 */
export function textOf(object: KubeObject): ObjectText {
  const known = TEXTS.get(object);
  if (known) return known;
  const text = toYaml(object);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, DIGEST_DIGITS);
  const made = { text, digest };
  TEXTS.set(object, made);
  return made;
}
