import type { Finding } from '../../core/finding';
import type { Cluster } from '../../facts/cluster';
import type { RenderedComponent } from '../../render/rendered-component';
import type { FleetView } from '../fleet-view';
import { factsOf } from '../graph/object-facts';
import { chartProblems } from './chart-problems';
import { findingObject } from './finding-object';

/** What the cluster’s engine cannot deliver: sources, charts and encrypted objects. */
export function deliverableFindings(
  fleet: FleetView,
  cluster: Cluster,
  components: readonly RenderedComponent[],
): readonly Finding[] {
  return [
    ...sourceFindings(fleet, cluster),
    ...components.flatMap((component) => chartFindings(cluster, component)),
    ...components.flatMap((component) => encryptionFindings(cluster, component)),
  ];
}

function sourceFindings(fleet: FleetView, { name, delivery }: Cluster): readonly Finding[] {
  if (delivery.engine !== 'argocd' || 'git' in delivery.source) return [];
  const { place } = fleet.provenance(name, 'delivery.source');
  return [
    {
      check: 'undeliverable',
      severity: 'error',
      cluster: name,
      ...(place ? { place } : {}),
      message: `Argo CD reads ${name} from an OCI artifact, which Bayplan writes for Flux only`,
      fix: 'give the cluster a git source, or let Flux deliver it',
    },
  ];
}

function chartFindings({ name: cluster, delivery }: Cluster, rendered: RenderedComponent): readonly Finding[] {
  const { component, helm } = rendered;
  if (component.source.type !== 'delegated') return [];
  const origin = { check: 'undeliverable', severity: 'error', cluster, component: component.name } as const;
  if (delivery.engine === 'none') {
    return [
      {
        ...origin,
        message: `${component.name} is a Helm chart that the engine renders, and ${cluster} has no engine`,
        fix: `leave ${cluster} out in selects, or render the objects`,
      },
    ];
  }
  return helm ? chartProblems(component, helm).map((problem) => ({ ...origin, ...problem })) : [];
}

function encryptionFindings({ name: cluster, delivery }: Cluster, rendered: RenderedComponent): readonly Finding[] {
  const { encrypted } = factsOf(rendered.objects);
  if (!encrypted || delivery.engine === 'flux') return [];
  const engine = delivery.engine === 'argocd' ? 'Argo CD' : 'kubectl';
  const component = rendered.component.name;
  return [
    {
      check: 'undeliverable',
      severity: 'error',
      cluster,
      component,
      path: encrypted.path,
      object: findingObject(cluster, component, encrypted.object),
      pointer: '/sops',
      message: `${encrypted.object.kind} ${encrypted.object.metadata.name} is encrypted with SOPS, which ${engine} does not decrypt`,
      fix: 'write an ExternalSecret or a SealedSecret for this cluster, or let Flux deliver it',
    },
  ];
}
