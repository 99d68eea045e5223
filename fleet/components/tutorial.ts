import {
  type Cluster,
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
  dependsOn: ['storage', { name: 'metrics-server', optional: true }],
  selects: (cluster) => Object.values(cluster.nodePools).some(({ labels }) => labels.disktype === 'ssd'),
  render(chart, cluster) {
    if (runsOnEbs(cluster)) {
      new StorageClass(chart, 'fast', {
        ebs: { type: 'io1', iopsPerGB: '10' },
      });
    } else {
      new PersistentVolume(chart, 'pv-example', {
        size: '10Gi',
        accessModes: ['ReadWriteOnce'],
        storageClass: '',
        hostPath: '/mnt/data',
      });
    }
    const claim = new VolumeClaim(
      chart,
      'example',
      runsOnEbs(cluster)
        ? { size: '10Gi', storageClass: 'fast' }
        : { size: '10Gi', storageClass: '', volumeName: 'pv-example' },
    );

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

function runsOnEbs(cluster: Cluster): boolean {
  return 'ebs.csi.aws.com' in cluster.volumeDrivers;
}
