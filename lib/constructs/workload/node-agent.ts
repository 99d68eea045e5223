import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { DaemonSet, DaemonSetUpdateStrategy } from '../../../imports/k8s';
import { kubeObject } from '../kube-object';
import { type ServiceProps, service } from '../networking/service';
import { checkedOptional, checkedShare, isZero } from '../validation/checked-number';
import { misuse } from '../validation/misuse';
import type { PodProps } from './pod-props';
import { Workload } from './workload';

/** How old pods are replaced by new ones: with a gap on some nodes, or with two pods on some. */
export type AgentStrategyProps =
  | { readonly type: 'RollingUpdate' /** Nodes without a pod. @default 1 */; readonly maxUnavailable?: number | string }
  | { readonly type: 'RollingUpdate' /** Nodes with two pods. */; readonly maxSurge: number | string }
  /** A pod is replaced when somebody deletes it. */
  | { readonly type: 'OnDelete' };

export interface NodeAgentProps extends PodProps {
  /** @default RollingUpdate, one node at a time */
  readonly strategy?: AgentStrategyProps;
  /** Seconds that a new pod has to stay ready before it counts. @default 0 */
  readonly minReadySeconds?: number;
  /** Old revisions that are kept. @default 10 */
  readonly revisionHistoryLimit?: number;
  /** A Service over the agents of all nodes. @default none */
  readonly service?: ServiceProps;
}

/**
 * One pod on every node that its placement allows: a DaemonSet.
 *
 * It has no PodDisruptionBudget: a drain leaves the pods of a DaemonSet where they are.
 *
 * @throws {BayplanError} for every misuse, with the construct’s path.
 */
export class NodeAgent extends Workload {
  readonly daemonSet: ApiObject;
  readonly service: ApiObject | undefined;

  constructor(scope: Construct, id: string, props: NodeAgentProps) {
    super(scope, id, props, { serves: true, defaultSpread: [], revisionKeys: [], claimTemplates: [] });
    const { name, labels, selector, template, ports } = this;
    this.daemonSet = kubeObject<DaemonSet>(this, 'daemon-set', {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: this.metadata(props.annotations),
      spec: {
        minReadySeconds: checkedOptional(this, 'minReadySeconds', props.minReadySeconds, 0),
        revisionHistoryLimit: checkedOptional(this, 'revisionHistoryLimit', props.revisionHistoryLimit, 0),
        selector: { matchLabels: selector },
        updateStrategy: this.strategy(props.strategy ?? { type: 'RollingUpdate' }, props),
        template,
      },
    });
    this.service = props.service && service(this, 'service', { name, labels, selector }, ports, props.service);
  }

  private strategy(strategy: AgentStrategyProps, props: PodProps): DaemonSetUpdateStrategy {
    if (strategy.type === 'OnDelete') return { type: 'OnDelete' };
    const surges = 'maxSurge' in strategy;
    const name = surges ? 'maxSurge' : 'maxUnavailable';
    const share = checkedShare(
      this,
      `${name} of the strategy`,
      surges ? strategy.maxSurge : (strategy.maxUnavailable ?? 1),
    );
    if (isZero(share)) misuse(this, `${name} of the strategy is ${share}`, 'give 1 or more: nothing could move');
    if (surges && (props.hostNetwork || this.ports.some(({ hostPort }) => hostPort !== undefined))) {
      misuse(this, 'the strategy puts two pods on a node whose ports they both need', 'use maxUnavailable');
    }
    const [maxSurge, maxUnavailable] = surges ? [share, 0] : [0, share];
    return { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } };
  }
}
