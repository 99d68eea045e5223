import { type BenchCluster, FACTS, type Fact } from '../fleet/bench-cluster';
import type { App } from './app';
import { scaleOf } from './scale';

/** `typical`: a quarter of the components read the cluster’s name, the rest one other fact. `worst`: all read its name. */
export const SHAPES = ['typical', 'worst'] as const;
export type Shape = (typeof SHAPES)[number];

/** Twenty apps of ten objects: 200 objects a cluster. */
export const APPS: readonly string[] = [
  ...[
    'accounts',
    'adverts',
    'baskets',
    'billing',
    'catalogue',
    'checkout',
    'currency',
    'customers',
    'discounts',
    'mail',
  ],
  ...['frontend', 'gateway', 'invoices', 'loyalty', 'orders', 'payments', 'returns', 'search', 'stock', 'suggestions'],
];

export const OBJECTS_PER_CLUSTER = 200;

/** Kubernetes minor of every cluster. */
export const KUBERNETES = '1.35';

/** The facts that an app reads: those that name the cluster read everything, so that no two clusters can share. */
export function factsOf(shape: Shape, app: string): readonly Fact[] {
  if (shape === 'worst') return FACTS;
  const group = APPS.indexOf(app) % 4;
  const single = FACTS[group];
  return group === 0 || !single ? FACTS : [single];
}

/** An app as it is on a cluster; `facts` limits what is read of the cluster. */
export function appOn(cluster: BenchCluster, name: string, facts: readonly Fact[]): App {
  const settings = Object.fromEntries(facts.map((fact) => [fact, cluster[fact]]));
  return { name, settings, scale: scaleOf(settings.size) };
}
