import type { Construct } from 'constructs';
import type { PodSpec } from '../../../imports/k8s';
import { misuse } from '../validation/misuse';
import type { PodSecurityLevel } from './pod-security-level';
import { baselineProblems, restrictedProblems } from './pod-security-rules';

/**
 * Refuses a pod that does more than its level allows.
 *
 * @throws {BayplanError} `pod-security`, naming all that is forbidden and the strictest level that allows it.
 */
export function checkPodSecurity(scope: Construct, level: PodSecurityLevel, pod: PodSpec): void {
  if (level === 'privileged') return;
  const grave = baselineProblems(pod);
  const light = level === 'restricted' ? restrictedProblems(pod) : [];
  if (grave.length === 0 && light.length === 0) return;
  const found = `Pod Security "${level}" forbids ${[...grave, ...light].join(', ')}`;
  const needed: PodSecurityLevel = grave.length > 0 ? 'privileged' : 'baseline';
  misuse(scope, found, `take it out, or set podSecurity: '${needed}' here and on the namespace`, 'pod-security');
}
