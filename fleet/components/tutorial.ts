import type { Chart } from 'cdk8s';
import {
  defineComponent,
  labelIn,
  PersistentVolume,
  PodTask,
  requireNodes,
  StorageClass,
  VolumeClaim,
  WebService,
} from '../../lib';

/** The plain nginx image starts as root and writes where it likes. */
const NGINX = {
  image: 'nginx:1.29',
  podSecurity: 'baseline',
  cpu: '50m',
  memory: '64Mi',
} as const;

/**
 * The manifests of the tutorial that this product started from; `docs/tutorial.md` walks through them.
 *
 * Each cluster gets what it can hold: nodes with `disktype` choose the clusters, the EBS driver the class `fast`, and a
 * machine of one’s own the directory of a node.
 */
export const tutorial = defineComponent({
  name: 'tutorial',
  namespace: { name: 'tutorial', podSecurity: 'baseline' },
  selects: (cluster) => Object.values(cluster.nodePools).some(({ labels }) => labels.disktype === 'ssd'),
  render(chart, cluster) {
    const claim = 'ebs.csi.aws.com' in cluster.volumeDrivers ? provisionedClaim(chart) : boundClaim(chart);

    new PodTask(chart, 'nginx', {
      ...NGINX,
      ports: [{ name: 'http', number: 80 }],
      volumes: { data: { claim } },
      mounts: { '/usr/share/nginx/html': 'data' },
      placement: requireNodes([labelIn('disktype', 'ssd')]),
      callers: ['anywhere'],
    });

    new WebService(chart, 'my-deployment', {
      ...NGINX,
      port: 80,
      replicas: { min: 1, max: 10, cpuUtilization: 50 },
      callers: ['anywhere'],
    });
  },
});

/** A class, and a claim for which it makes a volume. */
function provisionedClaim(chart: Chart): VolumeClaim {
  new StorageClass(chart, 'fast', { ebs: { type: 'io1', iopsPerGB: '10' } });
  return new VolumeClaim(chart, 'example', { size: '10Gi', storageClass: 'fast' });
}

/** A directory of the node as a volume, and the claim that is bound to it. */
function boundClaim(chart: Chart): VolumeClaim {
  new PersistentVolume(chart, 'pv-example', {
    size: '10Gi',
    accessModes: ['ReadWriteOnce'],
    storageClass: '',
    hostPath: '/mnt/data',
  });
  return new VolumeClaim(chart, 'example', { size: '10Gi', storageClass: '', volumeName: 'pv-example' });
}
