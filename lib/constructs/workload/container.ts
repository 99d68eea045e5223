import type { Construct } from 'constructs';
import type { Container, Volume } from '../../../imports/k8s';
import { containerConfig } from '../configuration/container-config';
import { environment, environmentSources } from '../configuration/environment';
import { checkedPorts, type Port, wirePort } from '../networking/ports';
import { containerSecurityContext, type PodSecurityLevel } from '../security/pod-security-level';
import type { TextMap } from '../validation/checked-labels';
import { checkedName } from '../validation/checked-name';
import type { BaseContainerProps, RunningContainerProps } from './container-props';
import { resolveImage } from './image';
import { wireLifecycle } from './lifecycle';
import { checkMountPath, checkVolume, wireMounts } from './mounts';
import { wireProbes } from './probes';
import { resources } from './resources';

/** What a container needs to know of its pod. */
export interface ContainerContext {
  /** Name of the workload. */
  readonly workload: string;
  /** Name of the main container. */
  readonly main: string;
  /** Labels of the workload’s objects. */
  readonly labels: TextMap;
  readonly podSecurity: PodSecurityLevel;
  /** Names of the pod’s volumes and claim templates. */
  readonly volumes: ReadonlySet<string>;
  /** In seconds. */
  readonly gracePeriod: number;
  /** Whether containers with a TCP port get default probes: those of jobs do not. */
  readonly serves: boolean;
}

/** A container in wire form, with what it adds to its pod. */
export interface BuiltContainer {
  readonly container: Container;
  readonly ports: readonly Port[];
  /** Volumes of its configuration. */
  readonly volumes: readonly Volume[];
}

/**
 * A container that keeps running.
 *
 * @param restartPolicy - `Always` for a sidecar.
 */
export function runningContainer(
  scope: Construct,
  context: ContainerContext,
  name: string,
  props: RunningContainerProps,
  restartPolicy?: 'Always',
): BuiltContainer {
  const { probes = {}, lifecycle = {} } = props;
  const ports = checkedPorts(scope, name, props.ports ?? []);
  const built = baseContainer(scope, context, name, props);
  return {
    volumes: built.volumes,
    ports,
    container: {
      ...built.container,
      ports: ports.length > 0 ? ports.map(wirePort) : undefined,
      restartPolicy,
      lifecycle: wireLifecycle(scope, name, ports, lifecycle, context.gracePeriod),
      ...wireProbes(scope, name, ports, probes, context.serves),
    },
  };
}

/** A container without ports and probes, as one that initializes. */
export function baseContainer(
  scope: Construct,
  context: ContainerContext,
  name: string,
  props: BaseContainerProps,
): BuiltContainer {
  const { env = {}, envFrom = [], mounts = {}, devices = {} } = props;
  checkedName(scope, 'a container', name);
  const isMain = name === context.main;
  const owner = {
    name: isMain ? context.workload : `${context.workload}-${name}`,
    volume: isMain ? 'config-files' : `${name}-config-files`,
    labels: context.labels,
  };
  const config = containerConfig(scope, owner, props.config ?? {});
  const variables = environment(scope, env);
  const sources = [...config.sources, ...environmentSources(scope, envFrom)];
  const volumeMounts = [...wireMounts(scope, name, context.volumes, mounts), ...config.mounts];
  const volumeDevices = wireDevices(scope, name, context.volumes, devices);
  return {
    ports: [],
    volumes: config.volumes,
    container: {
      name,
      image: resolveImage(scope, props.image),
      imagePullPolicy: props.imagePullPolicy,
      command: props.command,
      args: props.args,
      workingDir: props.workingDir,
      env: variables.length > 0 ? variables : undefined,
      envFrom: sources.length > 0 ? sources : undefined,
      resources: resources(scope, name, props),
      volumeMounts: volumeMounts.length > 0 ? volumeMounts : undefined,
      volumeDevices: volumeDevices.length > 0 ? volumeDevices : undefined,
      securityContext: containerSecurityContext(context.podSecurity, props.securityContext),
      terminationMessagePolicy: props.terminationMessagePolicy,
    },
  };
}

function wireDevices(scope: Construct, container: string, volumes: ReadonlySet<string>, devices: TextMap) {
  return Object.entries(devices).map(([devicePath, name]) => {
    const subject = `the device "${devicePath}" of container "${container}"`;
    checkMountPath(scope, subject, devicePath);
    checkVolume(scope, subject, volumes, name);
    return { name, devicePath };
  });
}
