import type { HostAlias, PodDNSConfig, PodSecurityContext } from '../../../imports/k8s';
import type { NetworkProps } from '../networking/network-policy';
import type { Placement } from '../placement/placement';
import type { AccessProps } from '../security/access';
import type { PodSecurityLevel } from '../security/pod-security-level';
import type { ServiceAccountProps } from '../security/service-account';
import type { TextMap } from '../validation/checked-labels';
import type { ContainerProps, InitContainerProps, RunningContainerProps, SidecarProps } from './container-props';
import type { Volumes } from './volumes';

/** What all workloads have: a main container, whose props stand here directly, and its pod. */
export interface PodProps extends RunningContainerProps, NetworkProps {
  /** Name of the workload and of its objects, a DNS label. @default the construct’s id */
  readonly name?: string;
  /** Name of the main container. @default the workload’s name */
  readonly containerName?: string;
  /** Further containers beside the main one. */
  readonly containers?: readonly ContainerProps[];
  /** Containers that run before the main one, in this order: to their end, or beside it as sidecars. */
  readonly initContainers?: readonly (InitContainerProps | SidecarProps)[];
  /** Volumes by name; each has to be mounted. */
  readonly volumes?: Volumes;
  /** Where the pods may or should run. */
  readonly placement?: Placement | readonly Placement[];
  /**
   * How much the pod may do; what the level forbids is refused. The namespace has to allow the level too.
   *
   * @default restricted
   */
  readonly podSecurity?: PodSecurityLevel;
  /**
   * Overrides of the pod’s security context, such as `runAsUser` and `fsGroup`.
   *
   * @default under restricted: not root, the runtime’s seccomp profile
   */
  readonly podSecurityContext?: PodSecurityContext;
  /** @default an account of its own, without token */
  readonly serviceAccount?: ServiceAccountProps;
  /** What the pods may ask of the API server. @default nothing */
  readonly access?: AccessProps;
  /**
   * `none` leaves the NetworkPolicy out. It is left out for pods on the network of their node too, which no policy
   * reaches.
   *
   * @default one that lets declared callers in
   */
  readonly networkPolicy?: 'none';
  /** Further labels of all objects and pods. */
  readonly labels?: TextMap;
  /** Annotations of the workload’s main object. */
  readonly annotations?: TextMap;
  /** Further labels of the pods. */
  readonly podLabels?: TextMap;
  readonly podAnnotations?: TextMap;
  /** Seconds that a pod gets to end. @default 30 */
  readonly terminationGracePeriodSeconds?: number;
  /** Names of Secrets with credentials for registries. */
  readonly imagePullSecrets?: readonly string[];
  /** On the network of the node; asks for podSecurity `privileged`. @default false */
  readonly hostNetwork?: boolean;
  /** Sees the processes of the node; asks for podSecurity `privileged`. @default false */
  readonly hostPID?: boolean;
  /** Shares memory with the node’s processes; asks for podSecurity `privileged`. @default false */
  readonly hostIPC?: boolean;
  /** `false` maps the pod’s users to others on the node. @default true */
  readonly hostUsers?: boolean;
  /** Whether the pod’s containers see each other’s processes. @default false */
  readonly shareProcessNamespace?: boolean;
  /** @default ClusterFirst, or ClusterFirstWithHostNet on the network of the node */
  readonly dnsPolicy?: 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None';
  readonly dnsConfig?: PodDNSConfig;
  readonly hostAliases?: readonly HostAlias[];
  /** Whether Services of the namespace appear as environment variables. @default true */
  readonly enableServiceLinks?: boolean;
  /** @default the cluster’s default runtime */
  readonly runtimeClassName?: string;
  /** @default default-scheduler */
  readonly schedulerName?: string;
}
