import type {
  Container,
  LifecycleHandler,
  PodSecurityContext,
  PodSpec,
  Probe,
  SecurityContext,
  Volume,
} from '../../../imports/k8s';

const BASELINE_CAPABILITIES: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);
const BASELINE_SYSCTLS: ReadonlySet<string> = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
]);
const BASELINE_SELINUX_TYPES: ReadonlySet<string> = new Set([
  '',
  'container_t',
  'container_init_t',
  'container_kvm_t',
  'container_engine_t',
]);
const RESTRICTED_VOLUMES: readonly (keyof Volume)[] = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/**
 * What in a pod the level `baseline` forbids, in words.
 *
 * @see https://pkg.go.dev/k8s.io/pod-security-admission/policy (checks of 1.35)
 */
export function baselineProblems(pod: PodSpec): readonly string[] {
  const problems: string[] = [];
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const) if (pod[field]) problems.push(field);
  for (const { name } of pod.securityContext?.sysctls ?? []) {
    if (!BASELINE_SYSCTLS.has(name)) problems.push(`the sysctl ${name}`);
  }
  for (const volume of pod.volumes ?? []) if (volume.hostPath) problems.push(`the hostPath volume "${volume.name}"`);
  problems.push(...profileProblems('the pod', pod.securityContext));
  for (const container of containersOf(pod)) problems.push(...containerBaselineProblems(container));
  return problems;
}

/** What in a pod the level `restricted` forbids beyond `baseline`, in words. */
export function restrictedProblems(pod: PodSpec): readonly string[] {
  const problems: string[] = [];
  for (const volume of pod.volumes ?? []) {
    const allowed = volume.hostPath || RESTRICTED_VOLUMES.some((type) => volume[type] !== undefined);
    if (!allowed) problems.push(`the type of the volume "${volume.name}"`);
  }
  if (pod.securityContext?.runAsUser === 0) problems.push('runAsUser 0 of the pod');
  for (const container of containersOf(pod)) problems.push(...containerRestrictedProblems(container, pod));
  return problems;
}

function containersOf(pod: PodSpec): readonly Container[] {
  return pod.initContainers ? [...pod.initContainers, ...pod.containers] : pod.containers;
}

function profileProblems(
  subject: string,
  context: PodSecurityContext | SecurityContext | undefined,
): readonly string[] {
  if (!context) return [];
  const { seLinuxOptions, seccompProfile, appArmorProfile, windowsOptions } = context;
  const problems: string[] = [];
  if (seccompProfile?.type === 'Unconfined') problems.push(`the seccomp profile Unconfined of ${subject}`);
  if (appArmorProfile?.type === 'Unconfined') problems.push(`the AppArmor profile Unconfined of ${subject}`);
  if (windowsOptions?.hostProcess) problems.push(`hostProcess of ${subject}`);
  if (!BASELINE_SELINUX_TYPES.has(seLinuxOptions?.type ?? '')) problems.push(`the SELinux type of ${subject}`);
  if (seLinuxOptions?.user || seLinuxOptions?.role) problems.push(`the SELinux user or role of ${subject}`);
  return problems;
}

function containerBaselineProblems(container: Container): readonly string[] {
  const subject = `container "${container.name}"`;
  const context = container.securityContext;
  const problems: string[] = [];
  if (context?.privileged) problems.push(`privileged ${subject}`);
  for (const name of context?.capabilities?.add ?? []) {
    if (!BASELINE_CAPABILITIES.has(name)) problems.push(`the capability ${name} of ${subject}`);
  }
  if ((context?.procMount ?? 'Default') !== 'Default') problems.push(`procMount of ${subject}`);
  for (const port of container.ports ?? []) if (port.hostPort) problems.push(`hostPort ${port.hostPort} of ${subject}`);
  const { livenessProbe, readinessProbe, startupProbe, lifecycle } = container;
  const handlers = [livenessProbe, readinessProbe, startupProbe, lifecycle?.preStop, lifecycle?.postStart];
  if (handlers.some(hasHost)) problems.push(`the host of a probe or hook of ${subject}`);
  problems.push(...profileProblems(subject, context));
  return problems;
}

function hasHost(handler: Probe | LifecycleHandler | undefined): boolean {
  return Boolean(handler?.httpGet?.host || handler?.tcpSocket?.host);
}

function containerRestrictedProblems(container: Container, pod: PodSpec): readonly string[] {
  const subject = `container "${container.name}"`;
  const context = container.securityContext ?? {};
  const problems: string[] = [];
  if (context.allowPrivilegeEscalation !== false) problems.push(`allowPrivilegeEscalation of ${subject}`);
  if (!(context.runAsNonRoot ?? pod.securityContext?.runAsNonRoot)) problems.push(`runAsNonRoot false of ${subject}`);
  if (context.runAsUser === 0) problems.push(`runAsUser 0 of ${subject}`);
  if (!context.capabilities?.drop?.includes('ALL')) problems.push(`capabilities of ${subject} that are not dropped`);
  for (const name of context.capabilities?.add ?? []) {
    const known = name === 'NET_BIND_SERVICE' || !BASELINE_CAPABILITIES.has(name);
    if (!known) problems.push(`the capability ${name} of ${subject}`);
  }
  const seccomp = context.seccompProfile?.type ?? pod.securityContext?.seccompProfile?.type;
  if (seccomp === undefined) problems.push(`no seccomp profile of ${subject}`);
  return problems;
}
