import { defineComponent, onPool, StatefulService, WebService, Worker } from '../../lib';
import { imageUser } from '../traits';
import { exposure } from './boutique/exposure';
import { shopService } from './boutique/shop-service';
import { SHOP_SERVICES, shopImage } from './boutique/workloads';

/** User of the shop’s images, as its release has it. */
const SHOP_USER = 1000;

/** Online Boutique, the public demonstration shop: twelve workloads, eleven Services. */
export const boutique = defineComponent({
  name: 'boutique',
  namespace: { name: 'boutique', podSecurity: 'restricted' },
  dependsOn: ['storage', { name: 'issuers', optional: true }],
  selects: (cluster) => cluster.labels.tier === 'production',
  render(chart, cluster) {
    const podSecurityContext = imageUser(cluster, SHOP_USER);

    for (const service of SHOP_SERVICES) {
      new WebService(chart, service.name, {
        ...shopService(service),
        ...(service.name === 'frontend' ? exposure(cluster) : {}),
        podSecurityContext,
      });
    }

    // The cart’s store, on nodes of its own, with a volume that outlives its pod.
    new StatefulService(chart, 'redis-cart', {
      image: 'docker.io/library/redis:8.2.1-alpine',
      containerName: 'redis',
      // Every write is kept: the volume would be of little use otherwise.
      args: ['--appendonly', 'yes'],
      ports: [{ name: 'tcp-redis', number: 6379 }],
      replicas: 1,
      peers: 'none',
      cpu: '70m',
      cpuLimit: '125m',
      memory: '200Mi',
      memoryLimit: '256Mi',
      probes: {
        readiness: { tcp: 'tcp-redis', periodSeconds: 5 },
        liveness: { tcp: 'tcp-redis', periodSeconds: 5 },
      },
      claimTemplates: { data: { size: '10Gi', storageClass: 'lasting' } },
      mounts: { '/data': 'data' },
      placement: onPool('stores'),
      callers: [{ workload: 'cartservice' }],
      podSecurityContext,
    });

    new Worker(chart, 'loadgenerator', {
      image: shopImage('loadgenerator'),
      containerName: 'main',
      env: { FRONTEND_ADDR: 'frontend:80', USERS: '10', RATE: '1' },
      cpu: '300m',
      cpuLimit: '500m',
      memory: '256Mi',
      memoryLimit: '512Mi',
      terminationGracePeriodSeconds: 5,
      podSecurityContext,
      initContainers: [
        {
          name: 'frontend-check',
          image: 'docker.io/library/busybox:1.37.0',
          command: ['/bin/sh', '-ec'],
          args: ['until wget -q -T 5 -O /dev/null "http://$FRONTEND_ADDR/_healthz"; do sleep 5; done'],
          env: { FRONTEND_ADDR: 'frontend:80' },
          cpu: '10m',
          memory: '16Mi',
        },
      ],
    });
  },
});
