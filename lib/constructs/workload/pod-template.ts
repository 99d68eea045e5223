import type { Construct } from 'constructs';
import type { Container, PodSpec, PodTemplateSpec, Volume } from '../../../imports/k8s';
import { compareText } from '../../core/compare';
import { podLabels } from '../labels';
import type { Port } from '../networking/ports';
import type { SpreadConstraint } from '../placement/placement';
import { podPlacement } from '../placement/pod-placement';
import { checkPodSecurity } from '../security/checked-pod-security';
import { POD_DEFAULTS } from '../security/pod-security-level';
import type { PodIdentity } from '../security/service-account';
import { checkedAnnotations, type TextMap } from '../validation/checked-labels';
import { checkedName } from '../validation/checked-name';
import { checkedInteger } from '../validation/checked-number';
import { misuse } from '../validation/misuse';
import { type BuiltContainer, baseContainer, type ContainerContext, runningContainer } from './container';
import type { PodProps } from './pod-props';
import { wireVolumes } from './volumes';

/** What a kind of workload asks of its pods. */
export interface PodRules {
  /** @default the API server’s: Always */
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /** Whether containers with a TCP port get default probes. */
  readonly serves: boolean;
  readonly defaultSpread: readonly SpreadConstraint[];
  readonly revisionKeys: readonly string[];
  /** Names of claim templates, which containers mount like volumes. */
  readonly claimTemplates: readonly string[];
}

/** Whose pods they are. */
export interface PodOwner {
  readonly name: string;
  /** Labels of the workload’s objects. */
  readonly labels: TextMap;
  readonly selector: TextMap;
  readonly identity: PodIdentity;
}

/** A pod template, with what other objects of the workload need to know of it. */
export interface BuiltPod {
  readonly template: PodTemplateSpec & { readonly spec: PodSpec };
  /** Ports of all containers, those of the main one first. */
  readonly ports: readonly Port[];
}

/** The API server’s default, in seconds. */
const GRACE_PERIOD = 30;

/**
 * The pod template of a workload; ConfigMaps of its configuration become children of the construct.
 *
 * @throws {BayplanError} for every misuse of a pod’s props.
 */
export function podTemplate(scope: Construct, owner: PodOwner, props: PodProps, rules: PodRules): BuiltPod {
  const { podSecurity = 'restricted', terminationGracePeriodSeconds: grace } = props;
  const gracePeriod = checkedInteger(scope, 'terminationGracePeriodSeconds', grace ?? GRACE_PERIOD, 0);
  const volumes = wireVolumes(scope, props.volumes ?? {});
  const context: ContainerContext = {
    workload: owner.name,
    main: props.containerName ?? owner.name,
    labels: owner.labels,
    podSecurity,
    volumes: volumeNames(scope, volumes, rules.claimTemplates),
    gracePeriod,
    serves: rules.serves,
  };
  const main = runningContainer(scope, context, context.main, props);
  const beside = (props.containers ?? []).map((container) =>
    runningContainer(scope, context, container.name, container),
  );
  const before = (props.initContainers ?? []).map((container) =>
    container.sidecar
      ? runningContainer(scope, context, container.name, container, 'Always')
      : baseContainer(scope, context, container.name, container),
  );
  const built = [main, ...beside, ...before];
  checkContainers(scope, built, context.volumes);
  const allVolumes = [...volumes, ...built.flatMap((container) => container.volumes)];
  checkVolumes(scope, allVolumes);
  const spec: PodSpec = {
    ...hostFields(props),
    ...podPlacement(scope, props.placement, { ...rules, selector: owner.selector }),
    serviceAccountName: owner.identity.name,
    automountServiceAccountToken: owner.identity.token,
    securityContext: { ...POD_DEFAULTS[podSecurity], ...props.podSecurityContext },
    initContainers: before.length > 0 ? before.map(({ container }) => container) : undefined,
    containers: [main.container, ...beside.map(({ container }) => container)],
    volumes: allVolumes.length > 0 ? allVolumes : undefined,
    restartPolicy: rules.restartPolicy,
    terminationGracePeriodSeconds: grace,
    imagePullSecrets: props.imagePullSecrets?.map((name) => ({
      name: checkedName(scope, 'the pull secret', name, 'subdomain'),
    })),
  };
  checkPodSecurity(scope, podSecurity, spec);
  return {
    template: { metadata: metadata(scope, owner.name, props), spec },
    ports: built.flatMap(({ ports }) => ports),
  };
}

function metadata(scope: Construct, name: string, { labels, podLabels: own, podAnnotations = {} }: PodProps) {
  const annotations = checkedAnnotations(scope, 'the annotations of the pods', podAnnotations);
  return {
    labels: podLabels(scope, name, { ...labels, ...own }),
    annotations: Object.keys(annotations).length > 0 ? annotations : undefined,
  };
}

/** Fields that go to the pod as they are. */
function hostFields(props: PodProps): Partial<PodSpec> {
  const { hostNetwork = false } = props;
  return {
    hostNetwork: hostNetwork || undefined,
    hostPID: props.hostPID || undefined,
    hostIPC: props.hostIPC || undefined,
    hostUsers: props.hostUsers,
    shareProcessNamespace: props.shareProcessNamespace || undefined,
    // On the node’s network the API server’s default would leave names of Services unresolved.
    dnsPolicy: props.dnsPolicy ?? (hostNetwork ? 'ClusterFirstWithHostNet' : undefined),
    dnsConfig: props.dnsConfig,
    hostAliases: props.hostAliases,
    enableServiceLinks: props.enableServiceLinks,
    runtimeClassName: props.runtimeClassName,
    schedulerName: props.schedulerName,
  };
}

function volumeNames(scope: Construct, volumes: readonly Volume[], templates: readonly string[]): ReadonlySet<string> {
  const names = new Set(volumes.map(({ name }) => name));
  for (const template of templates) {
    if (names.has(template)) {
      misuse(scope, `"${template}" is a volume and a claim template`, 'rename one of them', 'duplicate-name');
    }
    names.add(template);
  }
  return names;
}

/** Volumes of configuration are named by us, and may meet a name of the author’s. */
function checkVolumes(scope: Construct, volumes: readonly Volume[]): void {
  const twice = volumes.find(({ name }, index) => volumes.findIndex((other) => other.name === name) !== index);
  if (twice) misuse(scope, `two volumes are named "${twice.name}"`, 'rename the one in volumes', 'duplicate-name');
}

function checkContainers(scope: Construct, built: readonly BuiltContainer[], volumes: ReadonlySet<string>): void {
  const names = new Set<string>();
  const mounted = new Set<string>();
  for (const { container } of built) {
    if (names.has(container.name)) {
      const found = `two containers are named "${container.name}"`;
      misuse(scope, found, 'give each container and init container a name of its own', 'duplicate-name');
    }
    names.add(container.name);
    checkMountedOnce(scope, container);
    for (const { name } of [...(container.volumeMounts ?? []), ...(container.volumeDevices ?? [])]) mounted.add(name);
  }
  const idle = [...volumes].filter((name) => !mounted.has(name)).sort(compareText);
  if (idle.length === 0) return;
  const found = `nothing mounts ${idle.map((name) => `"${name}"`).join(', ')}`;
  misuse(scope, found, 'mount each volume and claim template in a container, or leave it out');
}

function checkMountedOnce(scope: Construct, { name, volumeMounts = [] }: Container): void {
  const paths = new Set<string>();
  for (const { mountPath } of volumeMounts) {
    if (paths.has(mountPath)) {
      misuse(
        scope,
        `container "${name}" has two mounts at ${mountPath}`,
        'mount one of them elsewhere',
        'duplicate-name',
      );
    }
    paths.add(mountPath);
  }
}
