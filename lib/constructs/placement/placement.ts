import type { LabelSelector } from '../../../imports/k8s';
import type { NodeRequirement } from './node-requirement';

/**
 * Where the pods of a workload may or should run: plain data, made by hand or by the functions of this room, such as
 * `onPool`, `requireNodes` and `spreadPods`.
 *
 * A workload takes one placement or a list. In a list all hard rules hold together, and soft ones add up.
 */
export interface Placement {
  /** Name of a node pool: its labels become a node selector and its taints tolerations. */
  readonly pool?: string;
  /** Labels that the node must have, all of them. */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Terms of which the node must meet at least one; a term is met when all its requirements are. */
  readonly requiredNodes?: readonly NodeTerm[];
  /** Terms that nodes had better meet. */
  readonly preferredNodes?: readonly Weighted<NodeTerm>[];
  /** Pods that must already run in the same topology domain. */
  readonly requiredNear?: readonly PodTerm[];
  /** Pods that had better run in the same topology domain. */
  readonly preferredNear?: readonly Weighted<PodTerm>[];
  /** Pods that must not run in the same topology domain. */
  readonly requiredApart?: readonly PodTerm[];
  /** Pods that had better not run in the same topology domain. */
  readonly preferredApart?: readonly Weighted<PodTerm>[];
  /** Taints that the pods put up with. */
  readonly tolerations?: readonly Toleration[];
  /**
   * How evenly the pods are spread; an empty list turns the default off.
   *
   * @default over zones and nodes, as far as possible, for workloads that can run more than one replica
   */
  readonly spread?: readonly SpreadConstraint[];
  /** Name of an existing PriorityClass. @default the cluster’s default priority */
  readonly priorityClassName?: string;
}

/** Requirements that one node must meet together. */
export type NodeTerm = readonly [NodeRequirement, ...NodeRequirement[]];

/** A wish and how much it counts. */
export interface Weighted<T> {
  /** From 1 to 100; the scheduler adds up the weights of what a node meets. */
  readonly weight: number;
  readonly term: T;
}

/** Pods, and the domain in which they are looked for. */
export interface PodTerm {
  /** Label of nodes whose value names the domain, such as `kubernetes.io/hostname`. */
  readonly topologyKey: string;
  /** @default the workload’s own pods */
  readonly pods?: LabelSelector;
  /** Names of namespaces to look in. @default the workload’s own */
  readonly namespaces?: readonly string[];
  /** Labels of namespaces to look in as well; `{}` means all. */
  readonly namespaceSelector?: LabelSelector;
  /** Keys of pod labels: only pods with the same value as the incoming one count. */
  readonly matchLabelKeys?: readonly string[];
  /** Keys of pod labels: only pods with another value than the incoming one count. */
  readonly mismatchLabelKeys?: readonly string[];
}

/** A taint, or a class of taints, that pods put up with. */
export type Toleration =
  | {
      readonly key: string;
      readonly operator?: 'Equal';
      /** @default '' */
      readonly value?: string;
      /** @default every effect */
      readonly effect?: 'NoSchedule' | 'PreferNoSchedule';
    }
  | { readonly key: string; readonly operator: 'Exists'; readonly effect?: 'NoSchedule' | 'PreferNoSchedule' }
  | {
      readonly key: string;
      readonly operator?: 'Equal';
      readonly value?: string;
      readonly effect: 'NoExecute';
      /** How long the pod stays once the taint is there, in seconds. @default for ever */
      readonly tolerationSeconds?: number;
    }
  | {
      readonly key: string;
      readonly operator: 'Exists';
      readonly effect: 'NoExecute';
      readonly tolerationSeconds?: number;
    }
  /** Every taint, or every taint of one effect. */
  | { readonly operator: 'Exists'; readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute' };

interface SpreadBase {
  /** Label of nodes whose value names the domain, such as `topology.kubernetes.io/zone`. */
  readonly topologyKey: string;
  /** By how many pods two domains may differ. @default 1 */
  readonly maxSkew?: number;
  /** @default the workload’s own pods */
  readonly pods?: LabelSelector;
  /** Keys of pod labels: only pods with the same value count. @default the revision’s, for Deployments, with own pods */
  readonly matchLabelKeys?: readonly string[];
  /** Whether nodes that the pod’s affinity excludes count as domains. @default Honor: they do not */
  readonly nodeAffinityPolicy?: 'Honor' | 'Ignore';
  /** Whether nodes whose taints the pod does not tolerate count as domains. @default Ignore: they do */
  readonly nodeTaintsPolicy?: 'Honor' | 'Ignore';
}

/** How evenly pods are spread over the domains of one topology. */
export type SpreadConstraint =
  | (SpreadBase & { /** @default ScheduleAnyway */ readonly whenUnsatisfiable?: 'ScheduleAnyway' })
  | (SpreadBase & {
      readonly whenUnsatisfiable: 'DoNotSchedule';
      /** Fewer domains than this count as if one of them were empty. @default 1 */
      readonly minDomains?: number;
    });

/** The topology of zones. */
export const ZONE = 'topology.kubernetes.io/zone';
/** The topology of nodes. */
export const HOSTNAME = 'kubernetes.io/hostname';
