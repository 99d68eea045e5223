import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { PriorityClass as WirePriorityClass } from '../../../imports/k8s';
import { kubeObject } from '../kube-object';
import { checkedName } from '../validation/checked-name';
import { checkedInteger } from '../validation/checked-number';
import { misuse } from '../validation/misuse';

/** The highest priority outside Kubernetes’ own classes. */
const MAX_VALUE = 1_000_000_000;

export interface PriorityClassProps {
  /** @default the construct’s id */
  readonly name?: string;
  /** From -2147483648 to 1000000000; higher goes first. */
  readonly value: number;
  /** Whether pods of this class may push out others of lower priority. @default PreemptLowerPriority */
  readonly preemptionPolicy?: 'PreemptLowerPriority' | 'Never';
  /** Whether pods that name no class get this one; one class a cluster. @default false */
  readonly globalDefault?: boolean;
  /** Who should use it. */
  readonly description?: string;
}

/**
 * A class of priority that placements name.
 *
 * @throws {BayplanError} `invalid-name`, or `invalid-props` for a value out of range.
 */
export class PriorityClass extends Construct {
  readonly name: string;
  readonly priorityClass: ApiObject;

  constructor(scope: Construct, id: string, props: PriorityClassProps) {
    super(scope, id);
    this.name = checkedName(this, 'the priority class', props.name ?? id, 'subdomain');
    if (this.name.startsWith('system-')) {
      misuse(
        this,
        `the priority class is named "${this.name}"`,
        'leave names that start with system- to Kubernetes',
        'invalid-name',
      );
    }
    this.priorityClass = kubeObject<WirePriorityClass>(this, 'priority-class', {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: this.name },
      value: checkedInteger(this, 'the priority', props.value, -2_147_483_648, MAX_VALUE),
      preemptionPolicy: props.preemptionPolicy ?? 'PreemptLowerPriority',
      // The API server drops `false`; writing it would be a drift.
      globalDefault: props.globalDefault || undefined,
      description: props.description,
    });
  }
}
