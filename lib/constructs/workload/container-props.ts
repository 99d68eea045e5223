import type { SecurityContext } from '../../../imports/k8s';
import type { ConfigProps } from '../configuration/container-config';
import type { Environment, EnvironmentSource } from '../configuration/environment';
import type { PortProps } from '../networking/ports';
import type { LifecycleProps } from './lifecycle';
import type { Mounts } from './mounts';
import type { Probes } from './probes';
import type { ResourceProps } from './resources';

/** What every container has. */
export interface BaseContainerProps extends ResourceProps {
  /** `[registry/]path[:tag][@digest]`; the cluster’s mirrors and digests are applied to it. */
  readonly image: string;
  /** @default Always for `latest` or no tag, else IfNotPresent: the API server’s choice */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Program and first arguments. @default the image’s entry point */
  readonly command?: readonly string[];
  /** Further arguments. @default the image’s */
  readonly args?: readonly string[];
  /** @default the image’s */
  readonly workingDir?: string;
  /** Environment variables, written in the pod. */
  readonly env?: Environment;
  /** Secrets and ConfigMaps whose keys become environment variables. */
  readonly envFrom?: readonly EnvironmentSource[];
  /** Environment variables and files, kept in ConfigMaps of their own. */
  readonly config?: ConfigProps;
  /** Volumes by the absolute path at which they are mounted. */
  readonly mounts?: Mounts;
  /** Block volumes by the absolute path of the device. */
  readonly devices?: Readonly<Record<string, string>>;
  /**
   * Overrides of the container’s security context; what `podSecurity` forbids is refused.
   *
   * @default under restricted: no privilege escalation, all capabilities dropped, read-only root file system
   */
  readonly securityContext?: SecurityContext;
  /** Where the last words of a container are read from. @default File */
  readonly terminationMessagePolicy?: 'File' | 'FallbackToLogsOnError';
}

/** A container that keeps running. */
export interface RunningContainerProps extends BaseContainerProps {
  /** Ports on which it listens. */
  readonly ports?: readonly PortProps[];
  /**
   * How its health is found out.
   *
   * @default for a container with a TCP port: connect to the first one
   */
  readonly probes?: Probes;
  /** What happens after its start and before its end. */
  readonly lifecycle?: LifecycleProps;
}

/** A further container of a pod. */
export interface ContainerProps extends RunningContainerProps {
  /** A DNS label, unique in the pod. */
  readonly name: string;
}

/** A container that runs to its end before those after it start. */
export interface InitContainerProps extends BaseContainerProps {
  readonly name: string;
  readonly sidecar?: false;
}

/** A container that starts before those after it, runs beside them and ends after them. */
export interface SidecarProps extends ContainerProps {
  readonly sidecar: true;
}
