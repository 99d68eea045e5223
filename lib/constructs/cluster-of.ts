import type { Construct } from 'constructs';
import { CLUSTER_CONTEXT } from '../core/construct-keys';
import { BayplanError } from '../core/errors';
import type { Cluster } from '../facts/cluster';

/**
 * The facts of the cluster that is being rendered.
 *
 * Reads through it are tracked: a construct that reads no fact is rendered once for the whole fleet.
 *
 * @throws {BayplanError} `invalid-props` when the construct is not below a component’s chart.
 */
export function clusterOf(scope: Construct): Cluster {
  const cluster: Cluster | undefined = scope.node.tryGetContext(CLUSTER_CONTEXT);
  if (cluster) return cluster;
  throw new BayplanError('invalid-props', {
    path: scope.node.path,
    message: 'there is no cluster to read facts from',
    fix: 'create the construct inside the render function of defineComponent',
  });
}
