import type { KubernetesMinor } from '../lib/facts/cluster';
import { MINORS, type Minor } from './tools';

/** The minor that judges a cluster: the nearest one, of two equally near the newer, which knows all that the cluster knows. */
export function nearestMinor(kubernetes: KubernetesMinor): Minor {
  const distance = (minor: string): number => Math.abs(numberOf(minor) - numberOf(kubernetes));
  return MINORS.reduce((best, minor) => (distance(minor) <= distance(best) ? minor : best));
}

function numberOf(minor: string): number {
  return Number(minor.split('.')[1]);
}
