import type { Json } from '../core/json';
import { listOf, mapOf, wordsOf } from './json-access';

/** Labels of an object. */
export type Labels = Readonly<Record<string, string>>;

/**
 * Whether labels meet a `LabelSelector`; the empty selector is met by all.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements
 */
export function meetsSelector(selector: Json | undefined, labels: Labels): boolean {
  const { matchLabels, matchExpressions } = mapOf(selector);
  return (
    Object.entries(mapOf(matchLabels)).every(([key, value]) => labels[key] === value) &&
    listOf(matchExpressions).every((expression) => meetsExpression(expression, labels))
  );
}

function meetsExpression(expression: Json, labels: Labels): boolean {
  const { key, operator, values } = mapOf(expression);
  const value = typeof key === 'string' ? labels[key] : undefined;
  if (operator === 'Exists') return value !== undefined;
  if (operator === 'DoesNotExist') return value === undefined;
  const listed = value !== undefined && wordsOf(values).includes(value);
  return operator === 'In' ? listed : !listed;
}
