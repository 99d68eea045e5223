import { ClusterAutoscaler, defineComponent } from '../../lib';
import { scalesNodes } from '../traits';

/**
 * Adds and removes nodes where that is ours to do. One description: the upstream autoscaler on EKS, OpenShift’s own
 * objects on OpenShift, and where the cloud runs it nothing but a note that the cloud’s own settings count.
 */
export const clusterAutoscaler = defineComponent({
  name: 'cluster-autoscaler',
  namespace: 'kube-system',
  selects: scalesNodes,
  render(chart, cluster) {
    new ClusterAutoscaler(chart, 'cluster-autoscaler', {
      scaleDown: {
        enabled: true,
        delayAfterAdd: '10m',
        delayAfterDelete: '10s',
        delayAfterFailure: '3m',
        unneededTime: '10m',
      },
      balanceSimilarNodeGroups: true,
      ...(cluster.platform === 'openshift' ? {} : { deployment: UPSTREAM }),
    });
  },
});

/** How the upstream autoscaler runs: Prometheus reads it, and the role of its account lets it resize the groups. */
const UPSTREAM = {
  callers: [{ workload: 'prometheus', namespace: 'monitoring' }],
  serviceAccount: {
    annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/cluster-autoscaler' },
  },
};
