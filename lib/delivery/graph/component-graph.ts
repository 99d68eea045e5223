import { compareBy, compareText } from '../../core/compare';
import type { RenderedComponent } from '../../render/rendered-component';
import { reachable } from './circles';
import type { Edge, EdgeReason } from './edge';
import { isEmpty, type Member, memberOf, type Offers, offersOf } from './members';
import { type EdgeMap, requiredEdges } from './required-edges';
import { waves } from './waves';
import { type WishedEdge, wishedEdges } from './wished-edges';

/** A component with its place in the order of its cluster. */
export interface GraphNode extends Member {
  /** 0 for components that depend on nothing; every dependency lies in a lower wave. */
  readonly wave: number;
  /** What has to be ready first, by name. */
  readonly dependsOn: readonly Edge[];
}

/** The components of one cluster and what each waits for. */
export interface ComponentGraph {
  /** By wave, then by name: an order in which everything comes after what it depends on. */
  readonly nodes: readonly GraphNode[];
  readonly offers: Offers;
  readonly edges: EdgeMap;
}

const compareNodes = compareBy<GraphNode>(
  ({ wave }) => wave,
  ({ name }) => name,
);

/**
 * The graph of a cluster’s components: what they declare, and what their objects tell.
 *
 * @param components - All that the cluster selects; those that bring nothing are left out, and whoever depends on them
 *   depends on what they depend on.
 */
export function componentGraph(components: readonly RenderedComponent[]): ComponentGraph {
  const members = components.filter((component) => !isEmpty(component)).map(memberOf);
  const offers = offersOf(members);
  const byName = new Map(components.map((rendered) => [rendered.component.name, rendered]));
  const edges = requiredEdges(members, offers, byName);
  grant(wishedEdges(members, offers), edges);
  const waveOf = waves(edges);
  const nodes = members.map((member) => ({
    ...member,
    wave: waveOf.get(member.name) ?? 0,
    dependsOn: [...(edges.get(member.name) ?? [])]
      .map(([to, reason]) => ({ to, reason }))
      .sort((a, b) => compareText(a.to, b.to)),
  }));
  return { nodes: nodes.sort(compareNodes), offers, edges };
}

/**
 * Adds the wishes that close no circle with what is required or already granted, provider by provider.
 *
 * What a provider waits for does not change while its own wishes are granted, so it is looked up once for each.
 */
function grant(wishes: readonly WishedEdge[], edges: Map<string, Map<string, EdgeReason>>): void {
  let provider: string | undefined;
  let before: ReadonlySet<string> = new Set();
  for (const { from, to, reason } of wishes) {
    if (to !== provider) {
      provider = to;
      before = reachable(edges, to);
    }
    const targets = edges.get(from);
    if (targets && !targets.has(to) && !before.has(from)) targets.set(to, reason);
  }
}
