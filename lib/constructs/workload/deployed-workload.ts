import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Autoscaling } from '../autoscaling/autoscaling';
import type { PeerOnPorts } from '../networking/peers';
import { DEFAULT_SPREAD } from '../placement/topology-spread';
import { misuse } from '../validation/misuse';
import { deployment, type RolloutProps } from './deployment';
import type { PodProps } from './pod-props';
import { availability, fixedReplicas, mostReplicas, type ReplicaProps } from './replicas';
import { singleNodeClaims } from './single-node-claims';
import { Workload } from './workload';

/** What workloads made of a Deployment take. */
export interface DeployedProps extends PodProps, ReplicaProps, RolloutProps {}

/** Pods that are all alike, replaced by a rollout. */
export abstract class DeployedWorkload extends Workload {
  readonly deployment: ApiObject;
  /** Absent when at most one pod runs. */
  readonly disruptionBudget: ApiObject | undefined;
  /** Absent when the number of replicas is fixed. */
  readonly autoscaling: Autoscaling | undefined;

  protected constructor(
    scope: Construct,
    id: string,
    props: DeployedProps & Required<Pick<DeployedProps, 'replicas'>>,
    callers: readonly PeerOnPorts[],
  ) {
    const { replicas } = props;
    const most = mostReplicas(replicas);
    super(scope, id, props, {
      serves: true,
      defaultSpread: most > 1 ? DEFAULT_SPREAD : [],
      revisionKeys: ['pod-template-hash'],
      claimTemplates: [],
      callers,
    });
    const [claim] = singleNodeClaims(props.volumes ?? {});
    if (claim !== undefined && most > 1) {
      const found = `up to ${most} replicas mount the claim "${claim}", which only one node can hold`;
      misuse(this, found, 'run one replica, use ReadWriteMany, or make it a StatefulService with a claim for each pod');
    }
    const { name, labels, selector, template } = this;
    this.deployment = deployment(
      this,
      {
        metadata: this.metadata(props.annotations),
        selector,
        template,
        replicas: fixedReplicas(this, replicas),
        oneNode: claim !== undefined,
      },
      props,
    );
    const kept = availability(this, { name, kind: 'Deployment', labels, selector, template }, replicas, props);
    this.disruptionBudget = kept.disruptionBudget;
    this.autoscaling = kept.autoscaling;
  }
}
