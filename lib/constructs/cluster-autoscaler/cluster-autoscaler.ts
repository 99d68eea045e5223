import { type ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { Cluster } from '../../facts/cluster';
import type { NodePool } from '../../facts/node-pool';
import { clusterOf } from '../cluster-of';
import { report } from '../report';
import { misuse } from '../validation/misuse';
import type { WebService } from '../workload/web-service';
import { checkedSettings } from './checked-settings';
import {
  MACHINE_API_NAMESPACE,
  machineAutoscalers,
  type OpenShiftProps,
  openShiftAutoscaler,
} from './openshift-autoscaler';
import { priorityExpander } from './priority-expander';
import { type AutoscalerProvider, resolveProvider } from './provider';
import type { AutoscalerSettings } from './settings';
import { type AutoscalerDeploymentProps, upstreamAutoscaler } from './upstream-autoscaler';

export interface ClusterAutoscalerProps extends AutoscalerSettings {
  /**
   * Who makes the nodes, for an autoscaler of one’s own; not on OpenShift, which knows.
   *
   * @default aws on eks; gke and aks run an autoscaler themselves; elsewhere it has to be given
   */
  readonly provider?: AutoscalerProvider;
  /** How an autoscaler of one’s own runs. */
  readonly deployment?: AutoscalerDeploymentProps;
  /** How OpenShift names the machines of pools. */
  readonly openshift?: OpenShiftProps;
}

/**
 * Adds nodes for pods that find no room, and removes nodes that nobody needs.
 *
 * What it renders follows from the facts: on OpenShift a ClusterAutoscaler and a MachineAutoscaler for each MachineSet,
 * where the cloud does it nothing but a finding, elsewhere the upstream autoscaler of the cluster’s minor. The pools it scales are
 * those with `scaledBy: cluster-autoscaler`.
 *
 * @throws {BayplanError} `invalid-duration`, `min-over-max`, `invalid-props` and others, with the construct’s path.
 */
export class ClusterAutoscaler extends Construct {
  /** The upstream autoscaler. */
  readonly deployment: WebService | undefined;
  /** OpenShift’s. */
  readonly clusterAutoscaler: ApiObject | undefined;
  /** One a MachineSet, on OpenShift. */
  readonly machineAutoscalers: readonly ApiObject[] = [];
  /** Of the expander Priority. */
  readonly priorities: ApiObject | undefined;

  constructor(scope: Construct, id: string, props: ClusterAutoscalerProps = {}) {
    super(scope, id);
    const cluster = clusterOf(this);
    const pools = Object.values(cluster.nodePools);
    const scaled = pools.filter(({ scaledBy }) => scaledBy === 'cluster-autoscaler');
    const settings = checkedSettings(this, props, cluster.autoscaler, scaled);
    if (cluster.platform !== 'openshift' && props.provider === undefined && reportManaged(this, cluster, pools)) return;
    if (scaled.length === 0) reportIdle(this);
    const { priorities } = props;
    if (cluster.platform === 'openshift') {
      if (props.provider || props.deployment) {
        const found = `${props.provider ? 'provider' : 'deployment'} is given on openshift`;
        misuse(this, found, 'leave it out: OpenShift runs the autoscaler itself');
      }
      this.clusterAutoscaler = openShiftAutoscaler(this, settings);
      this.machineAutoscalers = machineAutoscalers(this, cluster, scaled, props.openshift ?? {});
      this.priorities = priorities && priorityExpander(this, MACHINE_API_NAMESPACE, priorities);
      return;
    }
    const provider = resolveProvider(this, cluster.platform, props.provider);
    this.deployment = upstreamAutoscaler(this, cluster, provider, settings, props.deployment ?? {});
    this.priorities = priorities && priorityExpander(this, Chart.of(this).namespace, priorities);
  }
}

/** Platforms whose control plane holds the autoscaler. */
const MANAGED: readonly string[] = ['gke', 'aks'];

/** Whether the cloud scales the pools; then it says so. */
function reportManaged(scope: Construct, { platform }: Cluster, pools: readonly NodePool[]): boolean {
  const ours = pools.filter(({ scaledBy }) => scaledBy === 'cluster-autoscaler').map(({ name }) => name);
  const isManaged = pools.some(({ scaledBy }) => scaledBy === 'managed') && ours.length === 0;
  if (!isManaged && !MANAGED.includes(platform)) return false;
  const mistaken = ours.length === 0 ? '' : `, also for ${ours.join(', ')}`;
  report(scope, {
    check: 'managed-autoscaler',
    severity: ours.length === 0 ? 'info' : 'warning',
    message: `${platform} runs the cluster autoscaler itself${mistaken}: nothing is rendered`,
    fix:
      ours.length === 0
        ? 'set the bounds of node pools with the cloud'
        : 'write scaledBy: managed for these pools, or give a provider to run an autoscaler of one’s own',
  });
  return true;
}

function reportIdle(scope: Construct): void {
  report(scope, {
    check: 'idle-autoscaler',
    severity: 'warning',
    message: 'no node pool of the cluster is scaled by the cluster autoscaler',
    fix: 'write scaledBy: cluster-autoscaler for the pools that it scales, or leave it out on this cluster',
  });
}
