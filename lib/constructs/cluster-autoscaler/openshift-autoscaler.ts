import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Cluster } from '../../facts/cluster';
import type { NodePool } from '../../facts/node-pool';
import { kubeObject } from '../kube-object';
import { checkedName } from '../validation/checked-name';
import { misuse } from '../validation/misuse';
import type { ResolvedSettings } from './checked-settings';
import { machineSets } from './machine-sets';
import type {
  OpenShiftClusterAutoscaler,
  OpenShiftClusterAutoscalerSpec,
  OpenShiftMachineAutoscaler,
  OpenShiftSwitch,
} from './openshift-types';
import type { Expander, ScaleDownSettings } from './settings';

/** How OpenShift names the machines of pools. */
export interface OpenShiftProps {
  /** What the installer calls the cluster, such as `harbour-x7k2p`. @default the cluster’s name */
  readonly infrastructureName?: string;
  /**
   * Name of the MachineSet of a pool in a zone; without zone where the cluster has none.
   *
   * @default infrastructure name, pool and zone, joined by dashes
   */
  readonly machineSetName?: (pool: string, zone: string | undefined) => string;
}

/** Where the machine API and its autoscaler live. */
export const MACHINE_API_NAMESPACE = 'openshift-machine-api';

/**
 * OpenShift’s ClusterAutoscaler, from which its operator makes a deployment.
 *
 * @throws {BayplanError} `invalid-props` for expanders that OpenShift does not have.
 */
export function openShiftAutoscaler(scope: Construct, settings: ResolvedSettings): ApiObject {
  return kubeObject<OpenShiftClusterAutoscaler>(scope, 'cluster-autoscaler', {
    apiVersion: 'autoscaling.openshift.io/v1',
    kind: 'ClusterAutoscaler',
    metadata: { name: 'default' },
    spec: openShiftSpec(scope, settings),
  });
}

function openShiftSpec(scope: Construct, settings: ResolvedSettings): OpenShiftClusterAutoscalerSpec {
  const { resourceLimits, balancingIgnoredLabels, startupTaints, enforceNodeGroupMinSize } = settings;
  return {
    scaleDown: scaleDown(settings.scaleDown),
    scaleUp: settings.scaleUp,
    resourceLimits: Object.keys(resourceLimits).length > 0 ? resourceLimits : undefined,
    maxPodGracePeriod: settings.maxPodGracePeriod,
    maxNodeProvisionTime: settings.maxNodeProvisionTime,
    podPriorityThreshold: settings.podPriorityThreshold,
    balanceSimilarNodeGroups: settings.balanceSimilarNodeGroups,
    balancingIgnoredLabels: balancingIgnoredLabels.length > 0 ? balancingIgnoredLabels : undefined,
    ignoreDaemonsetsUtilization: settings.ignoreDaemonsetsUtilization,
    skipNodesWithLocalStorage: settings.skipNodesWithLocalStorage,
    enforceNodeGroupMinSize: wireSwitch(enforceNodeGroupMinSize),
    startupTaints: startupTaints.length > 0 ? startupTaints : undefined,
    expanders: expanders(scope, settings.expanders),
    logVerbosity: settings.logVerbosity,
  };
}

function scaleDown({ cordonNodeBeforeTerminating, ...rest }: ScaleDownSettings) {
  return { ...rest, cordonNodeBeforeTerminating: wireSwitch(cordonNodeBeforeTerminating) };
}

function wireSwitch(on: boolean | undefined): OpenShiftSwitch | undefined {
  return on === undefined ? undefined : on ? 'Enabled' : 'Disabled';
}

type OpenShiftExpanders = NonNullable<OpenShiftClusterAutoscalerSpec['expanders']>;

function expanders(scope: Construct, given: readonly Expander[]): OpenShiftExpanders | undefined {
  if (given.length === 0) return undefined;
  return given.map((expander) => {
    if (expander === 'LeastWaste' || expander === 'Priority' || expander === 'Random') return expander;
    return misuse(scope, `the expander is ${expander} on openshift`, 'use LeastWaste, Priority, Random');
  });
}

/**
 * One MachineAutoscaler for each MachineSet of the pools, in the order of pools and zones.
 *
 * @throws {BayplanError} `invalid-name`, or `duplicate-name` for two MachineSets of one name.
 */
export function machineAutoscalers(
  scope: Construct,
  cluster: Cluster,
  pools: readonly NodePool[],
  props: OpenShiftProps,
): readonly ApiObject[] {
  const { infrastructureName = cluster.name } = props;
  const nameOf =
    props.machineSetName ??
    ((pool, zone) => [infrastructureName, pool, ...(zone === undefined ? [] : [zone])].join('-'));
  const names = new Set<string>();
  return pools.flatMap(machineSets).map(({ pool, zone, min, max }) => {
    const name = checkedName(scope, `the MachineSet of pool "${pool}"`, nameOf(pool, zone), 'subdomain');
    if (names.has(name)) {
      const fix = 'let machineSetName tell pools and zones apart';
      misuse(scope, `two MachineSets are named "${name}"`, fix, 'duplicate-name');
    }
    names.add(name);
    return kubeObject<OpenShiftMachineAutoscaler>(scope, `machine-autoscaler-${name}`, {
      apiVersion: 'autoscaling.openshift.io/v1beta1',
      kind: 'MachineAutoscaler',
      metadata: { name, namespace: MACHINE_API_NAMESPACE },
      spec: {
        minReplicas: min,
        maxReplicas: max,
        scaleTargetRef: { apiVersion: 'machine.openshift.io/v1beta1', kind: 'MachineSet', name },
      },
    });
  });
}
