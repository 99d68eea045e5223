import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ConfigMap } from '../../../imports/k8s';
import { kubeObject } from '../kube-object';
import { objectLabels } from '../labels';
import { misuse } from '../validation/misuse';

/** The name that the expander looks for. */
const NAME = 'cluster-autoscaler-priority-expander';

/**
 * The ConfigMap of the expander Priority, which is read again when it changes.
 *
 * @throws {BayplanError} `invalid-props` for priorities that are not whole and above zero, and for no expressions.
 * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/expander/priority/readme.md
 */
export function priorityExpander(
  scope: Construct,
  namespace: string | undefined,
  priorities: Readonly<Record<number, readonly string[]>>,
): ApiObject {
  const entries = Object.entries(priorities).sort(([a], [b]) => Number(b) - Number(a));
  if (entries.length === 0) misuse(scope, 'priorities are empty', 'give at least one, such as 10: [.*]');
  for (const [priority, expressions] of entries) {
    if (!/^[1-9]\d*$/.test(priority)) misuse(scope, `a priority is ${priority}`, 'give a whole number, 1 or more');
    if (expressions.length === 0) misuse(scope, `priority ${priority} has no node groups`, 'give a regular expression');
  }
  const lines = entries.flatMap(([priority, expressions]) => [
    `${priority}:`,
    // JSON is YAML, and quotes whatever an expression may hold.
    ...expressions.map((expression) => `  - ${JSON.stringify(expression)}`),
  ]);
  return kubeObject<ConfigMap>(scope, 'priority-expander', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: NAME, namespace, labels: objectLabels(scope, 'cluster-autoscaler') },
    data: { priorities: `${lines.join('\n')}\n` },
  });
}
