import type { Construct } from 'constructs';
import type { Affinity, PodSpec, Toleration } from '../../../imports/k8s';
import { checkedLabels, type TextMap } from '../validation/checked-labels';
import { checkedName } from '../validation/checked-name';
import { misuse } from '../validation/misuse';
import { nodeAffinity } from './node-affinity';
import type { Placement, SpreadConstraint } from './placement';
import { podAffinity } from './pod-affinity';
import { poolPlacement } from './pool-placement';
import { wireToleration } from './tolerations';
import { topologySpread } from './topology-spread';

/** The fields of a pod that say where it runs. */
export type PodPlacement = Pick<
  PodSpec,
  'affinity' | 'nodeSelector' | 'priorityClassName' | 'tolerations' | 'topologySpreadConstraints'
>;

/** What a placement needs to know of its workload. */
export interface PlacedPods {
  /** Labels that select the workload’s pods. */
  readonly selector: TextMap;
  /** Spread of a workload whose placements say nothing about it. */
  readonly defaultSpread: readonly SpreadConstraint[];
  /** Pod label keys that tell revisions apart. */
  readonly revisionKeys: readonly string[];
}

/**
 * Placements, resolved against the facts of the cluster and joined.
 *
 * @throws {BayplanError} `unknown-pool`, `invalid-props` or `invalid-name`
 */
export function podPlacement(
  scope: Construct,
  placement: Placement | readonly Placement[] | undefined,
  pods: PlacedPods,
): PodPlacement {
  const placements = placement === undefined ? [] : isList(placement) ? placement : [placement];
  const pools = placements.flatMap(({ pool }) => (pool === undefined ? [] : [poolPlacement(scope, pool)]));
  const own = { matchLabels: pods.selector };
  const tolerations: Toleration[] = pools.flatMap((pool) => pool.tolerations);
  for (const { tolerations: given = [] } of placements) {
    for (const toleration of given) tolerations.push(wireToleration(scope, toleration));
  }
  const spreads = placements.flatMap(({ spread }) => (spread ? [spread] : []));
  const spread = topologySpread(
    scope,
    own,
    pods.revisionKeys,
    spreads.length > 0 ? spreads.flat() : pods.defaultSpread,
  );
  return {
    affinity: affinity(scope, own, placements),
    nodeSelector: nodeSelector(scope, [...pools, ...placements]),
    priorityClassName: priorityClassName(scope, placements),
    tolerations: tolerations.length > 0 ? tolerations : undefined,
    topologySpreadConstraints: spread.length > 0 ? spread : undefined,
  };
}

function isList(placement: Placement | readonly Placement[]): placement is readonly Placement[] {
  return Array.isArray(placement);
}

function affinity(
  scope: Construct,
  own: { readonly matchLabels: TextMap },
  placements: readonly Placement[],
): Affinity | undefined {
  const all = <T>(read: (placement: Placement) => readonly T[] | undefined): readonly T[] =>
    placements.flatMap((placement) => read(placement) ?? []);
  const nodes = nodeAffinity(scope, placements);
  const near = podAffinity(
    scope,
    own,
    all((one) => one.requiredNear),
    all((one) => one.preferredNear),
  );
  const apart = podAffinity(
    scope,
    own,
    all((one) => one.requiredApart),
    all((one) => one.preferredApart),
  );
  if (!nodes && !near && !apart) return undefined;
  return { nodeAffinity: nodes, podAffinity: near, podAntiAffinity: apart };
}

function nodeSelector(scope: Construct, parts: readonly { readonly nodeSelector?: TextMap }[]): TextMap | undefined {
  const joined: Record<string, string> = {};
  for (const { nodeSelector: labels } of parts) {
    if (!labels) continue;
    checkedLabels(scope, 'the node selector', labels);
    for (const [key, value] of Object.entries(labels)) {
      const other = joined[key];
      if (other !== undefined && other !== value) {
        misuse(scope, `the node selector asks for ${key}=${other} and ${key}=${value}`, 'no node has both: keep one');
      }
      joined[key] = value;
    }
  }
  return Object.keys(joined).length > 0 ? joined : undefined;
}

function priorityClassName(scope: Construct, placements: readonly Placement[]): string | undefined {
  const names = new Set(placements.flatMap((one) => one.priorityClassName ?? []));
  const [name, other] = names;
  if (other !== undefined) misuse(scope, `placements name the priority classes ${name} and ${other}`, 'keep one');
  return name === undefined ? undefined : checkedName(scope, 'the priority class', name, 'subdomain');
}
