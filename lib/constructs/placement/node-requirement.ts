import type { Construct } from 'constructs';
import type { NodeSelectorRequirement } from '../../../imports/k8s';
import { isLabelValue } from '../../core/names';
import { checkedLabelKey } from '../validation/checked-labels';
import { misuse } from '../validation/misuse';

/** What a label of a node must be, in one of the six ways that Kubernetes knows. */
export type NodeRequirement =
  /** The label is there, with one of the values; or it is absent, or has none of them. */
  | { readonly key: string; readonly operator: 'In' | 'NotIn'; readonly values: readonly [string, ...string[]] }
  /** The label is there, whatever its value; or it is absent. */
  | { readonly key: string; readonly operator: 'Exists' | 'DoesNotExist' }
  /** The label is a whole number above, or below, the value. */
  | { readonly key: string; readonly operator: 'Gt' | 'Lt'; readonly value: number };

/** The label has one of the values. */
export function labelIn(key: string, ...values: readonly [string, ...string[]]): NodeRequirement {
  return { key, operator: 'In', values };
}

/** The label has none of the values, or is absent. */
export function labelNotIn(key: string, ...values: readonly [string, ...string[]]): NodeRequirement {
  return { key, operator: 'NotIn', values };
}

/** The label is there, whatever its value. */
export function labelExists(key: string): NodeRequirement {
  return { key, operator: 'Exists' };
}

/** The label is absent. */
export function labelDoesNotExist(key: string): NodeRequirement {
  return { key, operator: 'DoesNotExist' };
}

/** The label is a whole number above the value. */
export function labelAbove(key: string, value: number): NodeRequirement {
  return { key, operator: 'Gt', value };
}

/** The label is a whole number below the value. */
export function labelBelow(key: string, value: number): NodeRequirement {
  return { key, operator: 'Lt', value };
}

/**
 * A requirement in wire form.
 *
 * @throws {BayplanError} `invalid-props` for a key or value that no label can have, and for bounds that are not whole:
 * the scheduler reads such a bound as never met, without a word.
 */
export function nodeRequirement(scope: Construct, requirement: NodeRequirement): NodeSelectorRequirement {
  const { key, operator } = requirement;
  checkedLabelKey(scope, 'node affinity', key);
  if ('value' in requirement) {
    const { value } = requirement;
    if (!Number.isSafeInteger(value)) {
      misuse(scope, `node affinity ${key} ${operator} ${value}`, 'compare with a whole number: others are never met');
    }
    return { key, operator, values: [String(value)] };
  }
  if (!('values' in requirement)) return { key, operator };
  const { values } = requirement;
  if (values.length === 0) misuse(scope, `node affinity ${key} ${operator} has no values`, 'give at least one value');
  const wrong = values.find((value) => !isLabelValue(value));
  if (wrong !== undefined) {
    const found = `node affinity ${key} ${operator} has the value ${JSON.stringify(wrong)}`;
    misuse(scope, found, 'use at most 63 of A-Z, a-z, 0-9, -, _ and ., starting and ending with a letter or digit');
  }
  return { key, operator, values };
}
