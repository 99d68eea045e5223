import type { PodSecurityContext, SecurityContext } from '../../../imports/k8s';

/**
 * How much a pod may do, in the words of the Pod Security Standards, strictest first.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export type PodSecurityLevel = 'restricted' | 'baseline' | 'privileged';

/**
 * What a pod says of itself at each level, unless its author says otherwise.
 *
 * `baseline` leaves the user to the image, which may be root. `privileged` allows more and asks for nothing more: what
 * the pod needs is named one by one.
 */
export const POD_DEFAULTS: Readonly<Record<PodSecurityLevel, PodSecurityContext>> = {
  restricted: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  baseline: { seccompProfile: { type: 'RuntimeDefault' } },
  privileged: { seccompProfile: { type: 'RuntimeDefault' } },
};

/** As `POD_DEFAULTS`, for each container. The read-only root file system is more than `restricted` asks for. */
const CONTAINER_DEFAULTS: Readonly<Record<PodSecurityLevel, SecurityContext>> = {
  restricted: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  },
  baseline: { allowPrivilegeEscalation: false },
  privileged: { allowPrivilegeEscalation: false },
};

/**
 * A container’s security context: the level’s defaults, over which what the author gave wins.
 *
 * Capabilities that are added leave the dropped ones dropped. A container that is privileged, or may administer the
 * system, escalates by nature; the API server refuses to hear otherwise.
 */
export function containerSecurityContext(level: PodSecurityLevel, given: SecurityContext = {}): SecurityContext {
  const { allowPrivilegeEscalation, ...defaults } = CONTAINER_DEFAULTS[level];
  const escalates = given.privileged || given.capabilities?.add?.some((name) => /^(CAP_)?SYS_ADMIN$/.test(name));
  return {
    ...defaults,
    allowPrivilegeEscalation: escalates ? undefined : allowPrivilegeEscalation,
    ...given,
    capabilities: given.capabilities ? { ...defaults.capabilities, ...given.capabilities } : defaults.capabilities,
  };
}
