import type { RenderedComponent } from '../../lib/render/rendered-component';
import { autoscaler, definition, delegated, deployment, kubeObject, rendered } from './components';

/** A small cluster with one of everything that delivery treats in its own way, in no useful order. */
export function harbour(): readonly RenderedComponent[] {
  return [
    rendered(
      'shop',
      [
        deployment('shop/web', { priorityClassName: 'high' }),
        autoscaler('shop/web', 'web'),
        kubeObject('v1', 'PersistentVolumeClaim', 'shop/data', { spec: { storageClassName: 'fast' } }),
      ],
      { namespace: { name: 'shop' } },
    ),
    rendered('cranes', [kubeObject('x.io/v1', 'Crane', 'shop/one')], { dependsOn: ['storage'] }),
    rendered('crds', [definition('x.io', 'Crane')]),
    rendered('storage', [
      kubeObject('storage.k8s.io/v1', 'StorageClass', 'fast', { provisioner: 'example.com' }),
      kubeObject('scheduling.k8s.io/v1', 'PriorityClass', 'high', { value: 1000 }),
    ]),
  ];
}

/** The same, with a chart that the engine renders. */
export function harbourWithChart(repository = 'https://charts.example.com'): readonly RenderedComponent[] {
  return [
    ...harbour(),
    delegated(
      'cert-manager',
      { repository, version: 'v1.21.2', values: { crds: { enabled: true } } },
      { namespace: 'certs' },
    ),
    rendered('cert-manager-namespace', [], { namespace: { name: 'certs' } }),
  ];
}
