import type { LabelSelector } from '../../../imports/k8s';

/** What an autoscaler looks at; several metrics are looked at one by one, and the one that asks for most pods wins. */
export type Metric = ResourceMetric | ContainerResourceMetric | PodsMetric | ObjectMetric | ExternalMetric;

/** Use of a resource over all containers of the pods. */
type ResourceMetric = {
  readonly type: 'Resource';
  /** `cpu` or `memory`. */
  readonly name: string;
} & (Utilization | AverageValue);

/** Use of a resource by one container of the pods, so that a busy sidecar does not count. */
type ContainerResourceMetric = {
  readonly type: 'ContainerResource';
  readonly name: string;
  /** Name of the container. */
  readonly container: string;
} & (Utilization | AverageValue);

/** A number that each pod reports; needs an adapter for `custom.metrics.k8s.io`. */
export type PodsMetric = { readonly type: 'Pods' } & NamedMetric & AverageValue;

/** A number of one other object of the namespace, such as requests of an Ingress; needs an adapter for `custom.metrics.k8s.io`. */
export type ObjectMetric = {
  readonly type: 'Object';
  readonly object: ObjectRef;
} & NamedMetric &
  (Value | AverageValue);

/** A number from outside the cluster, such as the length of a queue; needs an adapter for `external.metrics.k8s.io`. */
export type ExternalMetric = { readonly type: 'External' } & NamedMetric & (Value | AverageValue);

/** An object of the autoscaler’s namespace. */
export interface ObjectRef {
  /** Such as `apps/v1`. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

interface NamedMetric {
  readonly metric: string;
  /** Labels of the series. @default the metric’s name alone */
  readonly selector?: LabelSelector;
}

interface Utilization {
  /** Percent of the request, on average over the pods; 1 or more. */
  readonly utilization: number;
}

interface AverageValue {
  /** Quantity above zero, on average over the pods. */
  readonly averageValue: string;
}

interface Value {
  /** Quantity above zero, of the metric itself. */
  readonly value: string;
}
