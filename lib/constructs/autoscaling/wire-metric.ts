import type { Construct } from 'constructs';
import type { MetricSpec, MetricTarget } from '../../../imports/k8s';
import { canonicalQuantity } from '../../core/canonical-quantity';
import { parseQuantity } from '../../core/quantity';
import { checkedInteger } from '../validation/checked-number';
import { checkedSelector } from '../validation/checked-selector';
import { misuse } from '../validation/misuse';
import type { ExternalMetric, Metric, ObjectMetric, PodsMetric } from './metric';

/** What a metric is called in messages; metrics of one name are the same metric, whatever their targets. */
export function metricName(metric: Metric): string {
  switch (metric.type) {
    case 'Resource':
      return `Resource ${metric.name}`;
    case 'ContainerResource':
      return `ContainerResource ${metric.name} of "${metric.container}"`;
    case 'Object':
      return `Object ${seriesName(metric)} of ${metric.object.kind} "${metric.object.name}"`;
    default:
      return `${metric.type} ${seriesName(metric)}`;
  }
}

function seriesName({ metric, selector }: PodsMetric | ObjectMetric | ExternalMetric): string {
  return selector ? `${metric}${JSON.stringify(selector)}` : metric;
}

/**
 * A metric in wire form.
 *
 * @throws {BayplanError} `invalid-props` or `invalid-quantity`
 */
export function wireMetric(scope: Construct, metric: Metric): MetricSpec {
  if (ALLOWED[metric.type] === undefined) {
    misuse(scope, `a metric is of type ${JSON.stringify(metric.type)}`, `use ${Object.keys(ALLOWED).join(', ')}`);
  }
  const target = metricTarget(scope, metric);
  switch (metric.type) {
    case 'Resource':
      return { type: 'Resource', resource: { name: metric.name, target } };
    case 'ContainerResource':
      return {
        type: 'ContainerResource',
        containerResource: { container: metric.container, name: metric.name, target },
      };
    case 'Pods':
      return { type: 'Pods', pods: { metric: identifier(scope, metric), target } };
    case 'Object': {
      const { apiVersion, kind, name } = metric.object;
      const describedObject = { apiVersion, kind, name };
      return { type: 'Object', object: { describedObject, metric: identifier(scope, metric), target } };
    }
    case 'External':
      return { type: 'External', external: { metric: identifier(scope, metric), target } };
  }
}

function identifier(scope: Construct, given: PodsMetric | ObjectMetric | ExternalMetric) {
  const { metric, selector } = given;
  if (metric === '' || metric.includes('/') || metric.includes('%')) {
    misuse(scope, `a metric is named "${metric}"`, 'give a name without / and %: it becomes a part of a path');
  }
  return { name: metric, selector: selector && checkedSelector(scope, `the metric "${metric}"`, selector) };
}

const TARGETS = ['utilization', 'averageValue', 'value'] as const;
type TargetKey = (typeof TARGETS)[number];

/** Which targets a type of metric may have; the types say so too, but not to authors of JavaScript. */
const ALLOWED: Readonly<Record<Metric['type'], readonly TargetKey[]>> = {
  Resource: ['utilization', 'averageValue'],
  ContainerResource: ['utilization', 'averageValue'],
  Pods: ['averageValue'],
  Object: ['value', 'averageValue'],
  External: ['value', 'averageValue'],
};

function metricTarget(scope: Construct, metric: Metric): MetricTarget {
  const given: Partial<Record<TargetKey, number | string>> = metric;
  const found = TARGETS.filter((key) => given[key] !== undefined);
  const allowed = ALLOWED[metric.type];
  const [key] = found;
  const subject = `the metric ${metricName(metric)}`;
  if (key === undefined || found.length > 1 || !allowed.includes(key)) {
    const targets =
      found.length === 0 ? 'no target' : `the target${found.length > 1 ? 's' : ''} ${found.join(' and ')}`;
    return misuse(
      scope,
      `${subject} has ${targets}`,
      allowed.length === 1 ? `give ${allowed[0]}` : `give one of ${allowed.join(' and ')}`,
    );
  }
  if (key === 'utilization') {
    const averageUtilization = checkedInteger(scope, `the utilization of ${subject}`, Number(given.utilization), 1);
    return { type: 'Utilization', averageUtilization };
  }
  const text = String(given[key]);
  const { nano } = parseQuantity(text, `the ${key} of ${subject}`, scope.node.path);
  if (nano <= 0n) misuse(scope, `the ${key} of ${subject} is ${text}`, 'give more than zero', 'invalid-quantity');
  const quantity = canonicalQuantity(text) ?? text;
  return key === 'value' ? { type: 'Value', value: quantity } : { type: 'AverageValue', averageValue: quantity };
}
