import { type ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { PodTemplateSpec } from '../../../imports/k8s';
import { objectLabels, selectorLabels } from '../labels';
import { networkPolicy } from '../networking/network-policy';
import type { PeerOnPorts } from '../networking/peers';
import type { Port } from '../networking/ports';
import { access } from '../security/access';
import { serviceAccount } from '../security/service-account';
import { checkedAnnotations, type TextMap } from '../validation/checked-labels';
import { checkedName } from '../validation/checked-name';
import { misuse } from '../validation/misuse';
import type { PodProps } from './pod-props';
import { type BuiltPod, type PodRules, podTemplate } from './pod-template';

/** What a kind of workload adds to the props that all share. */
export interface WorkloadRules extends PodRules {
  /** Characters of the name, where the kind’s controller appends to it. @default 63 */
  readonly maxNameLength?: number;
  /** Callers that follow from other props, such as those of an exposure. */
  readonly callers?: readonly PeerOnPorts[];
}

/**
 * What all workloads are made of: pods with an identity, access, configuration and a network policy.
 *
 * Each object is a field, whose `addJsonPatch` changes what the props do not reach.
 */
export abstract class Workload extends Construct {
  /** Name of the workload and of its objects. */
  readonly name: string;
  /** Labels that select the workload’s pods, and never change. */
  readonly selector: TextMap;
  /** Absent when the pods run as an account that exists. */
  readonly serviceAccount: ApiObject | undefined;
  /** Roles and bindings, in the order of the props. */
  readonly access: readonly ApiObject[];
  readonly networkPolicy: ApiObject | undefined;
  /** Labels of the workload’s objects. */
  protected readonly labels: TextMap;
  protected readonly template: PodTemplateSpec;
  /** Ports of all containers, those of the main one first. */
  protected readonly ports: readonly Port[];

  protected constructor(scope: Construct, id: string, props: PodProps, rules: WorkloadRules) {
    super(scope, id);
    this.name = checkedName(this, 'the workload', props.name ?? id, 'label', rules.maxNameLength);
    this.selector = selectorLabels(this.name);
    this.labels = objectLabels(this, this.name, props.labels);
    const owner = { name: this.name, labels: this.labels, selector: this.selector };
    const identity = serviceAccount(this, owner, props.serviceAccount ?? {}, props.access !== undefined);
    this.serviceAccount = identity.object;
    this.access = props.access ? this.grant(identity.name, props.access) : [];
    const pod = podTemplate(this, { ...owner, identity }, props, rules);
    this.template = pod.template;
    this.ports = pod.ports;
    this.networkPolicy = this.isolate(props, pod, rules.callers ?? []);
  }

  /** Metadata of the workload’s main object. */
  protected metadata(annotations: TextMap | undefined) {
    return {
      name: this.name,
      labels: this.labels,
      annotations: checkedAnnotations(this, 'the annotations of the workload', annotations ?? {}),
    };
  }

  private grant(account: string, props: NonNullable<PodProps['access']>): readonly ApiObject[] {
    const { namespace } = Chart.of(this);
    if (namespace === undefined) {
      const fix = 'give the component a namespace';
      misuse(this, 'access is asked for an account without a namespace, which no binding can name', fix);
    }
    return access(this, { name: this.name, labels: this.labels, namespace, serviceAccount: account }, props);
  }

  private isolate(props: PodProps, pod: BuiltPod, more: readonly PeerOnPorts[]): ApiObject | undefined {
    const callers = [...(props.callers ?? []), ...more];
    const { callees } = props;
    const reason =
      props.networkPolicy === 'none'
        ? 'networkPolicy is none'
        : props.hostNetwork && 'the pods are on the host network';
    if (!reason) {
      const owner = { name: this.name, labels: this.labels, selector: this.selector };
      return networkPolicy(this, owner, pod.ports, callees ? { callers, callees } : { callers });
    }
    if (callers.length === 0 && !callees) return undefined;
    return misuse(this, `callers or callees are declared, and ${reason}`, 'leave them out: nothing would enforce them');
  }
}
