import type { Finding } from '../../core/finding';
import type { Cluster } from '../../facts/cluster';
import { circles } from '../graph/circles';
import type { ComponentGraph } from '../graph/component-graph';
import { describeReason } from '../graph/edge';

/** Components that wait for each other: none of them would ever be delivered. */
export function circleFindings(cluster: Cluster, graph: ComponentGraph): readonly Finding[] {
  // Looking for the shortest circle is dear, and almost always there is none.
  if (isOrdered(graph)) return [];
  const { edges } = graph;
  return circles(edges).map((circle) => {
    const steps = circle.slice(0, -1).map((from, index) => {
      const to = circle[index + 1] ?? from;
      const reason = edges.get(from)?.get(to);
      return `${from} needs ${to} (${reason ? describeReason(reason) : 'dependsOn'})`;
    });
    return {
      check: 'dependency-cycle',
      severity: 'error',
      cluster: cluster.name,
      component: circle[0] ?? '',
      message: `components wait for each other: ${circle.join(' → ')}; ${steps.join(', ')}`,
      fix: 'drop one of these dependencies, or move the objects that cause it to a component of their own',
    };
  });
}

function isOrdered({ nodes }: ComponentGraph): boolean {
  const waveOf = new Map(nodes.map(({ name, wave }) => [name, wave]));
  return nodes.every(({ wave, dependsOn }) => dependsOn.every(({ to }) => (waveOf.get(to) ?? wave) < wave));
}
