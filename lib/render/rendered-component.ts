import type { RenderedObject } from '../objects/kube-object';
import type { Component, HelmChart } from './component';

/**
 * One component on one cluster, rendered.
 *
 * Clusters that take the same way through the facts share one `objects` array (the same reference), so later steps may
 * keep what they derive from it, by reference.
 */
export interface RenderedComponent {
  readonly component: Component;
  /** Empty for delegated components. */
  readonly objects: readonly RenderedObject[];
  /** The chart of a delegated component. */
  readonly helm?: HelmChart;
}
