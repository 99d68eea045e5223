import { ApiObject } from 'cdk8s';
import type { Cluster } from '../../lib/facts/cluster';
import type { Component } from '../../lib/render/component';
import { defineComponent } from '../../lib/render/define-component';
import type { Fact } from '../fleet/bench-cluster';
import { appObjects } from './app-objects';
import { scaleOf } from './scale';
import { APPS, factsOf, type Shape } from './shape';

const READ: Readonly<Record<Fact, (cluster: Cluster) => string>> = {
  cluster: (cluster) => cluster.name,
  region: (cluster) => cluster.region ?? '',
  size: (cluster) => cluster.labels.size ?? '',
  platform: (cluster) => cluster.platform,
};

/** The apps of a shape as components, each reading of the cluster what its shape allows and nothing else. */
export function shapeComponents(shape: Shape): readonly Component[] {
  return APPS.map((name) => {
    const facts = factsOf(shape, name);
    return defineComponent({
      name,
      namespace: { name },
      render(chart, cluster) {
        const settings = Object.fromEntries(facts.map((fact) => [fact, READ[fact](cluster)]));
        for (const manifest of appObjects({ name, settings, scale: scaleOf(settings.size) })) {
          new ApiObject(chart, manifest.kind, manifest);
        }
      },
    });
  });
}
