import type { Construct } from 'constructs';
import { nearest } from '../../../core/nearest';
import { misuse } from '../../validation/misuse';

/** What a parameter may be. Kubernetes knows texts only; these are what the driver reads out of them. */
export type ParameterType = 'text' | 'boolean' | 'integer' | readonly string[];

/** What parameters of a StorageClass may be written as; they leave as texts. */
export type ParameterValue = string | number | boolean;

/** The parameters that a driver takes. */
export interface ParameterTable {
  /** By the name that the driver’s documentation uses. */
  readonly keys: Readonly<Record<string, ParameterType>>;
  /** Further keys, such as numbered ones. */
  readonly pattern?: RegExp;
  /** Whether `iopspergb` is `iopsPerGB`. */
  readonly caseSensitive: boolean;
  /** What takes the place of keys that are gone, or never were. */
  readonly instead: Readonly<Record<string, string>>;
}

/** Keys that the CSI sidecars read, whatever the driver. @see https://kubernetes-csi.github.io/docs/secrets-and-credentials-storage-class.html */
const SIDECAR_KEY = /^csi\.storage\.k8s\.io\/(fstype|[a-z-]+-secret-(name|namespace))$/;

/**
 * Parameters as the driver knows them, each as a text.
 *
 * @throws {BayplanError} `invalid-props` for a key that the driver does not know: it refuses every claim then.
 */
export function knownParameters(
  scope: Construct,
  driver: string,
  table: ParameterTable,
  given: Readonly<Record<string, ParameterValue | undefined>>,
): Record<string, string> {
  const known: Record<string, string> = {};
  for (const [written, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const key = keyIn(table, written) ?? unknownKey(scope, driver, table, written);
    if (known[key] !== undefined) {
      misuse(scope, `the parameter ${key} of ${driver} is given twice`, 'keep one of them', 'duplicate-name');
    }
    known[key] = checkedValue(scope, `the parameter ${key} of ${driver}`, table.keys[key] ?? 'text', value);
  }
  return known;
}

function keyIn({ keys, pattern, caseSensitive }: ParameterTable, written: string): string | undefined {
  if (keys[written] !== undefined || SIDECAR_KEY.test(written) || pattern?.test(written)) return written;
  if (caseSensitive) return undefined;
  const lower = written.toLowerCase();
  return Object.keys(keys).find((key) => key.toLowerCase() === lower);
}

function unknownKey(scope: Construct, driver: string, { keys, instead }: ParameterTable, written: string): never {
  const words = Object.keys(keys);
  const lower = written.toLowerCase();
  const replacement = instead[Object.keys(instead).find((key) => key.toLowerCase() === lower) ?? ''];
  const meant = nearest(written, words);
  const advice = replacement ?? (meant ? `did you mean ${meant}?` : 'leave it out');
  return misuse(scope, `${driver} has no parameter "${written}"`, `${advice} (known: ${words.join(', ')})`);
}

function checkedValue(scope: Construct, subject: string, type: ParameterType, value: ParameterValue): string {
  const text = String(value);
  if (type === 'text') {
    return text === '' ? misuse(scope, `${subject} is empty`, 'give a value, or leave it out') : text;
  }
  if (type === 'boolean') {
    return text === 'true' || text === 'false' ? text : misuse(scope, `${subject} is "${text}"`, 'give true or false');
  }
  if (type === 'integer') {
    return /^[1-9]\d*$/.test(text) ? text : misuse(scope, `${subject} is "${text}"`, 'give a whole number, 1 or more');
  }
  return type.includes(text) ? text : misuse(scope, `${subject} is "${text}"`, `use one of ${type.join(', ')}`);
}
