import type { Cluster } from '../../lib/facts/cluster';
import type { Delivery } from '../../lib/facts/delivery';
import type { KubeObject, RenderedObject } from '../../lib/objects/kube-object';
import type { ComponentProps, HelmChart } from '../../lib/render/component';
import { defineComponent } from '../../lib/render/define-component';
import type { RenderedComponent } from '../../lib/render/rendered-component';
import { cluster } from './clusters';

type Outline = Partial<Pick<ComponentProps, 'namespace' | 'dependsOn' | 'provides'>>;

/** A component as rendering hands it over; its own namespace, when it has one, comes first among the objects. */
export function rendered(name: string, objects: readonly KubeObject[] = [], outline: Outline = {}): RenderedComponent {
  const component = defineComponent({ name, ...outline, render: () => {} });
  const own = component.ownsNamespace ? [kubeObject('v1', 'Namespace', component.namespace?.name ?? '')] : [];
  return { component, objects: [...own, ...objects].map((object) => renderedObject(object, name)) };
}

/** A component whose chart the engine renders. */
export function delegated(name: string, chart: Partial<HelmChart> = {}, outline: Outline = {}): RenderedComponent {
  const helm = { repository: 'https://charts.example.com', chart: name, version: '1.2.3', ...chart };
  return { component: defineComponent({ name, ...outline, helm: () => helm }), objects: [], helm };
}

function renderedObject(object: KubeObject, component: string): RenderedObject {
  return { object, path: `${component}/${object.metadata.name}` };
}

/** An object of any kind; a name such as `shop/web` has its namespace in front. */
export function kubeObject(
  apiVersion: string,
  kind: string,
  name: string,
  fields: Readonly<Record<string, unknown>> = {},
): KubeObject {
  const [first = '', second] = name.split('/');
  const { metadata, ...rest } = fields;
  const place = second === undefined ? { name: first } : { name: second, namespace: first };
  return { apiVersion, kind, metadata: { ...place, ...(metadata as object) }, ...rest } as KubeObject;
}

export function deployment(name: string, pod: object = {}, spec: object = {}): KubeObject {
  return kubeObject('apps/v1', 'Deployment', name, { spec: { ...spec, template: { spec: pod } } });
}

export function autoscaler(name: string, target: string, metrics: readonly string[] = ['Resource']): KubeObject {
  return kubeObject('autoscaling/v2', 'HorizontalPodAutoscaler', name, {
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target },
      metrics: metrics.map((type) => ({ type })),
    },
  });
}

export function definition(group: string, kind: string): KubeObject {
  return kubeObject('apiextensions.k8s.io/v1', 'CustomResourceDefinition', `${kind.toLowerCase()}s.${group}`, {
    spec: { group, names: { kind } },
  });
}

/** A cluster that one engine delivers. */
export function clusterWith(engine: Delivery['engine'], name = 'eu', delivery: Partial<Delivery> = {}): Cluster {
  const namespace = { argocd: 'argocd', flux: 'flux-system', none: '' }[engine];
  const base = cluster({ name }).delivery;
  return cluster({
    name,
    delivery: {
      ...base,
      engine,
      namespace,
      hub: engine === 'argocd' && delivery.managedBy === undefined,
      destination: engine === 'argocd' && delivery.managedBy === undefined ? 'in-cluster' : name,
      ...delivery,
    },
  });
}
