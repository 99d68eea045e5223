import { ApiObject, App, Chart } from 'cdk8s';
import { namespaceObject } from '../../lib/render/namespace-object';
import { benchClusters } from '../fleet/bench-cluster';
import { appObjects } from '../shapes/app-objects';
import { APPS, appOn, factsOf, KUBERNETES } from '../shapes/shape';

/** The objects of the worst shape as cdk8s alone would be used for them: one App, one Chart and so one file a cluster. */
function synthesizePlainly(clusters: number, outdir: string): void {
  const app = new App({ outdir });
  for (const cluster of benchClusters(clusters)) {
    const chart = new Chart(app, cluster.cluster, { disableResourceNameHashes: true });
    for (const name of APPS) {
      new ApiObject(chart, `${name}-Namespace`, { ...namespaceObject({ name }, KUBERNETES) });
      for (const manifest of appObjects(appOn(cluster, name, factsOf('worst', name)))) {
        new ApiObject(chart, `${name}-${manifest.kind}`, manifest);
      }
    }
  }
  app.synth();
}

/** Arguments: how many clusters, and the output folder. */
const [clusters, outdir = ''] = process.argv.slice(2);
synthesizePlainly(Number(clusters), outdir);
