import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkedLabels, type TextMap } from './validation/checked-labels';
import { misuse } from './validation/misuse';

const NAME = 'app.kubernetes.io/name';
const PART_OF = 'app.kubernetes.io/part-of';
const MANAGED_BY = 'app.kubernetes.io/managed-by';

/**
 * Labels that select the pods of a workload.
 *
 * The name alone: selectors can never change, so nothing that may change belongs in them. Not `instance` either, which
 * Argo CD overwrites when it tracks by label.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 */
export function selectorLabels(name: string): TextMap {
  return { [NAME]: name };
}

/** Labels of a pod: what selects it, the component that it belongs to, and the author’s. */
export function podLabels(scope: Construct, name: string, own: TextMap = {}): TextMap {
  return withOwn(scope, { ...selectorLabels(name), [PART_OF]: Chart.of(scope).node.id }, own);
}

/** Labels of any other object of a workload. */
export function objectLabels(scope: Construct, name: string, own: TextMap = {}): TextMap {
  const labels = { ...selectorLabels(name), [PART_OF]: Chart.of(scope).node.id, [MANAGED_BY]: 'bayplan' };
  return withOwn(scope, labels, own);
}

function withOwn(scope: Construct, labels: TextMap, own: TextMap): TextMap {
  checkedLabels(scope, 'a label', own);
  const taken = own[NAME];
  if (taken !== undefined && taken !== labels[NAME]) {
    misuse(scope, `the label ${NAME} is "${taken}", while selectors need "${labels[NAME]}"`, 'leave the label out');
  }
  return { ...labels, ...own };
}
