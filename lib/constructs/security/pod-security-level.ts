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
 * `baseline` leaves the user to the image, which may be root, and `privileged` leaves everything to it.
 */
export const POD_DEFAULTS: Readonly<Record<PodSecurityLevel, PodSecurityContext>> = {
  restricted: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  baseline: { seccompProfile: { type: 'RuntimeDefault' } },
  privileged: {},
};

/** As `POD_DEFAULTS`, for each container. The read-only root file system is more than `restricted` asks for. */
export const CONTAINER_DEFAULTS: Readonly<Record<PodSecurityLevel, SecurityContext>> = {
  restricted: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  },
  baseline: { allowPrivilegeEscalation: false },
  privileged: {},
};

/**
 * Joins a level’s defaults with what the author gave; what the author gave wins.
 *
 * @returns `undefined` when nothing is left to say.
 */
export function securityContext<T extends object>(defaults: T, given: T | undefined): T | undefined {
  const joined = given ? { ...defaults, ...given } : defaults;
  return Object.keys(joined).length > 0 ? joined : undefined;
}

/** Keeps `drop: [ALL]` of the level when the author only adds capabilities. */
export function containerSecurityContext(
  level: PodSecurityLevel,
  given: SecurityContext | undefined,
): SecurityContext | undefined {
  const defaults = CONTAINER_DEFAULTS[level];
  const joined = securityContext(defaults, given);
  if (!joined?.capabilities || !given?.capabilities || !defaults.capabilities) return joined;
  return { ...joined, capabilities: { ...defaults.capabilities, ...given.capabilities } };
}
