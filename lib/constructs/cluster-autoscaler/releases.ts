import type { Construct } from 'constructs';
import type { KubernetesMinor } from '../../facts/cluster';
import { misuse } from '../validation/misuse';

/**
 * The newest release for each minor: the autoscaler simulates the scheduler, so their minors have to be the same.
 *
 * @see https://github.com/kubernetes/k8s.io/pull/9760 (images of July 2026)
 */
const RELEASES: Readonly<Record<KubernetesMinor, string>> = {
  '1.33': '1.33.6',
  '1.34': '1.34.5',
  '1.35': '1.35.2',
  '1.36': '1.36.1',
};

/**
 * The autoscaler’s image.
 *
 * @param given - another one, of whatever registry.
 * @throws {BayplanError} `invalid-props` for a tag of another minor.
 */
export function autoscalerImage(scope: Construct, minor: KubernetesMinor, given: string | undefined): string {
  if (given === undefined) return `registry.k8s.io/autoscaling/cluster-autoscaler:v${RELEASES[minor]}`;
  const [, found] = /:v?(\d+\.\d+)\.[^/]*$/.exec(given) ?? [];
  if (found === undefined || found === minor) return given;
  return misuse(scope, `the image is ${given} on Kubernetes ${minor}`, `use a release of ${minor}`);
}
