import type { Finding } from '../../lib/core/finding';
import type { Cluster } from '../../lib/facts/cluster';
import type { RenderedComponent } from '../../lib/render/rendered-component';
import { cluster } from '../support/clusters';
import {
  autoscaler,
  clusterWith,
  definition,
  delegated,
  deployment,
  kubeObject,
  rendered,
} from '../support/components';
import { deliver } from '../support/deliveries';

const shop = rendered('shop', [deployment('shop/web')], { namespace: { name: 'shop' } });
const crane = rendered('use', [kubeObject('x.io/v1', 'Crane', 'one')]);
const flux = clusterWith('flux');
const OCI = { oci: { url: 'oci://registry.example.com/fleet', tag: 'main', path: '.' } };

interface Case {
  readonly name: string;
  readonly on?: Cluster;
  readonly components: readonly RenderedComponent[];
  readonly others?: readonly string[];
  readonly want: readonly (readonly [check: Finding['check'], message: string, fix: string])[];
}

const cases: readonly Case[] = [
  { name: 'nothing to find', components: [shop], want: [] },
  {
    name: 'a dependency that is a typo',
    components: [rendered('cart', [definition('x.io', 'A')], { dependsOn: ['shpo'] }), shop],
    want: [['unknown-component', 'cart depends on "shpo", which is no component of the fleet', 'did you mean "shop"?']],
  },
  {
    name: 'a dependency that resembles nothing',
    components: [rendered('cart', [definition('x.io', 'A')], { dependsOn: ['warehouse'] }), shop],
    want: [
      [
        'unknown-component',
        'cart depends on "warehouse", which is no component of the fleet',
        'name one of cart, shop',
      ],
    ],
  },
  {
    name: 'a dependency that the cluster does not select',
    components: [rendered('cart', [definition('x.io', 'A')], { dependsOn: ['mesh'] })],
    others: ['mesh'],
    want: [
      [
        'unknown-component',
        'cart depends on mesh, which eu does not select',
        "select mesh there too, or write { name: 'mesh', optional: true }",
      ],
    ],
  },
  {
    name: 'an optional dependency that the cluster does not select',
    components: [rendered('cart', [definition('x.io', 'A')], { dependsOn: [{ name: 'mesh', optional: true }] })],
    others: ['mesh'],
    want: [],
  },
  {
    name: 'an optional dependency that no cluster could select',
    components: [rendered('cart', [definition('x.io', 'A')], { dependsOn: [{ name: 'cat', optional: true }] })],
    want: [['unknown-component', 'cart depends on "cat", which is no component of the fleet', 'did you mean "cart"?']],
  },
  {
    name: 'a circle of declared and inferred dependencies',
    components: [
      rendered('shop', [deployment('shop/web')], { namespace: { name: 'shop' }, dependsOn: ['mesh'] }),
      rendered('mesh', [kubeObject('v1', 'ConfigMap', 'shop/mesh')]),
    ],
    want: [
      [
        'dependency-cycle',
        'components wait for each other: mesh → shop → mesh; mesh needs shop (ConfigMap shop/mesh lies in its namespace), shop needs mesh (dependsOn)',
        'drop one of these dependencies, or move the objects that cause it to a component of their own',
      ],
    ],
  },
  {
    name: 'a component that waits for itself',
    components: [rendered('a', [definition('x.io', 'A')], { dependsOn: ['a'] })],
    want: [
      [
        'dependency-cycle',
        'components wait for each other: a → a; a needs a (dependsOn)',
        'drop one of these dependencies, or move the objects that cause it to a component of their own',
      ],
    ],
  },
  {
    name: 'a namespace without owner',
    components: [rendered('tools', [deployment('workshop/a')]), rendered('bench', [deployment('workshop/b')])],
    want: [
      [
        'namespace-owner',
        'namespace "workshop" has no owner, and bench, tools need it',
        "let one component own it, namespace: { name: 'workshop' }, or list it in externals: { kind: Namespace, name: workshop }",
      ],
    ],
  },
  {
    name: 'a namespace that is a typo',
    components: [shop, rendered('tools', [deployment('shpo/a')])],
    want: [
      [
        'namespace-owner',
        'namespace "shpo" has no owner, and tools needs it',
        'did you mean "shop"? Else let one component own it: namespace: { name: \'shpo\' }',
      ],
    ],
  },
  {
    name: 'namespaces that are there anyway',
    on: { ...flux, externals: [{ kind: 'Namespace', name: 'team' }] },
    components: [
      rendered(
        'a',
        ['default', 'kube-system', 'kube-public', 'flux-system', 'team'].map((n) => deployment(`${n}/a`)),
      ),
    ],
    want: [],
  },
  {
    name: 'the namespace of an engine that runs elsewhere',
    on: clusterWith('argocd', 'eu', { managedBy: 'hub' }),
    components: [rendered('a', [deployment('argocd/a')])],
    want: [
      [
        'namespace-owner',
        'namespace "argocd" has no owner, and a needs it',
        "let one component own it, namespace: { name: 'argocd' }, or list it in externals: { kind: Namespace, name: argocd }",
      ],
    ],
  },
  {
    name: 'a namespace with two owners',
    components: [shop, rendered('annexe', [], { namespace: { name: 'shop' } })],
    want: [
      [
        'namespace-owner',
        'namespace "shop" has 2 owners: annexe, shop',
        "let one of them own it, and let the others only name it: namespace: 'shop'",
      ],
    ],
  },
  {
    name: 'an object that names no namespace',
    components: [rendered('a', [deployment('web')])],
    want: [
      [
        'namespace-owner',
        'Deployment web names no namespace, and neither does its component',
        'give the component a namespace, or the object a metadata.namespace',
      ],
    ],
  },
  {
    name: 'a kind that nothing provides',
    components: [crane],
    want: [
      [
        'missing-provider',
        'Crane one is of x.io/v1, a kind that nothing provides',
        'select the component that renders its CustomResourceDefinition or names it in provides, or list it in externals: { kind: CustomResourceDefinition, name: cranes.x.io }',
      ],
    ],
  },
  {
    name: 'a kind that is a typo',
    components: [crane, rendered('crds', [definition('x.io', 'Crene')])],
    want: [['missing-provider', 'Crane one is of x.io/v1, a kind that nothing provides', 'did you mean x.io/Crene?']],
  },
  {
    name: 'a kind of Kubernetes that there is not',
    components: [rendered('a', [kubeObject('apps/v1', 'Deploiment', 'default/a')])],
    want: [
      [
        'missing-provider',
        'Deploiment default/a is of apps/v1, a kind that nothing provides',
        'select the component that renders its CustomResourceDefinition or names it in provides, or list it in externals: { kind: CustomResourceDefinition, name: deploiments.apps }',
      ],
    ],
  },
  {
    name: 'kinds that an external definition, an external API and an external object vouch for',
    on: {
      ...flux,
      externals: [
        { kind: 'CustomResourceDefinition', name: 'cranes.x.io' },
        { kind: 'CustomResourceDefinition', name: 'networkpolicies.net.io' },
        { kind: 'APIService', name: 'v1.api.io' },
        { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', namespace: 'default', name: 'public' },
      ],
    },
    components: [
      crane,
      rendered('a', [
        kubeObject('net.io/v1', 'NetworkPolicy', 'a'),
        kubeObject('api.io/v1', 'Thing', 'a'),
        kubeObject('gateway.networking.k8s.io/v1', 'Gateway', 'default/mine'),
      ]),
    ],
    want: [],
  },
  {
    name: 'an external of the right kind in another group',
    on: { ...flux, externals: [{ apiVersion: 'y.io/v1', kind: 'Crane', name: 'one' }] },
    components: [crane],
    want: [
      [
        'missing-provider',
        'Crane one is of x.io/v1, a kind that nothing provides',
        'select the component that renders its CustomResourceDefinition or names it in provides, or list it in externals: { kind: CustomResourceDefinition, name: cranes.x.io }',
      ],
    ],
  },
  {
    name: 'kinds of the engine',
    components: [rendered('a', [kubeObject('source.toolkit.fluxcd.io/v1', 'GitRepository', 'flux-system/a')])],
    want: [],
  },
  {
    name: 'kinds of an engine that runs elsewhere',
    on: clusterWith('argocd', 'eu', { managedBy: 'hub' }),
    components: [rendered('a', [kubeObject('argoproj.io/v1alpha1', 'Application', 'default/a')])],
    want: [
      [
        'missing-provider',
        'Application default/a is of argoproj.io/v1alpha1, a kind that nothing provides',
        'select the component that renders its CustomResourceDefinition or names it in provides, or list it in externals: { kind: CustomResourceDefinition, name: applications.argoproj.io }',
      ],
    ],
  },
  {
    name: 'kinds of the platform',
    on: cluster({ ...flux, platform: 'openshift' }),
    components: [
      rendered('a', [
        kubeObject('route.openshift.io/v1', 'Route', 'default/a'),
        kubeObject('machine.openshift.io/v1beta1', 'MachineSet', 'default/a'),
        kubeObject('monitoring.coreos.com/v1', 'ServiceMonitor', 'default/a'),
      ]),
    ],
    want: [],
  },
  {
    name: 'replicas that an autoscaler of another component writes',
    components: [
      rendered('shop', [deployment('shop/web', {}, { replicas: 3 })], { namespace: { name: 'shop' } }),
      rendered('scaling', [autoscaler('shop/web', 'web')]),
    ],
    want: [
      [
        'replica-owner',
        'Deployment shop/web states 3 replicas, which HorizontalPodAutoscaler shop/web writes as well',
        'leave spec.replicas out: the autoscaler’s minimum is enough',
      ],
    ],
  },
  {
    name: 'a chart on a cluster without engine',
    on: clusterWith('none'),
    components: [shop, delegated('chart', {}, { namespace: 'shop' })],
    want: [
      [
        'undeliverable',
        'chart is a Helm chart that the engine renders, and eu has no engine',
        'leave eu out in selects, or render the objects',
      ],
    ],
  },
  {
    name: 'a chart with a range, a plain address, a long release and no namespace',
    components: [
      delegated('chart', { version: '^1.2', repository: 'http://charts.example.com', releaseName: 'r'.repeat(54) }),
    ],
    want: [
      [
        'undeliverable',
        'chart names no namespace that its chart would be installed in',
        "name one that a rendered component owns: namespace: 'chart'",
      ],
      [
        'undeliverable',
        'chart asks for version "^1.2" of chart; exact versions only are allowed',
        'pin one version, such as v1.21.2',
      ],
      [
        'undeliverable',
        'chart takes its chart from "http://charts.example.com"; https:// and oci:// are allowed',
        'write the address of a Helm repository or of a registry',
      ],
      [
        'undeliverable',
        `chart names its release "${'r'.repeat(54)}", 54 characters; Helm allows 53`,
        'give a shorter releaseName',
      ],
    ],
  },
  {
    name: 'an OCI artifact for Argo CD',
    on: clusterWith('argocd', 'eu', { source: OCI }),
    components: [shop],
    want: [
      [
        'undeliverable',
        'Argo CD reads eu from an OCI artifact, which Bayplan writes for Flux only',
        'give the cluster a git source, or let Flux deliver it',
      ],
    ],
  },
  {
    name: 'an encrypted Secret for kubectl',
    on: clusterWith('none'),
    components: [rendered('a', [kubeObject('v1', 'Secret', 'default/key', { sops: {} })])],
    want: [
      [
        'undeliverable',
        'Secret key is encrypted with SOPS, which kubectl does not decrypt',
        'write an ExternalSecret or a SealedSecret for this cluster, or let Flux deliver it',
      ],
    ],
  },
  {
    name: 'an encrypted Secret for Flux',
    components: [rendered('a', [kubeObject('v1', 'Secret', 'default/key', { sops: {} })])],
    want: [],
  },
  {
    name: 'a component named as the folder of delivery',
    components: [rendered('delivery', [definition('x.io', 'A')])],
    want: [
      [
        'invalid-name',
        'a component is named "delivery", as the folder of the delivery objects is',
        'give the component another name',
      ],
    ],
  },
  {
    name: 'a cluster named as an AppProject of Argo CD',
    on: clusterWith('argocd', 'default'),
    components: [shop],
    want: [
      [
        'invalid-name',
        'a cluster is named "default", and Argo CD would give it an AppProject that is taken',
        'give the cluster another name',
      ],
    ],
  },
];

test.each(cases)('$name', ({ on = flux, components, others = [], want }) => {
  const { findings } = deliver(on, components, others);
  expect(findings.map(({ check, message, fix }) => [check, message, fix])).toEqual(want);
});

test('a finding about an object names the object, its construct and the field', () => {
  const { findings } = deliver(flux, [crane]);
  expect(findings).toEqual([
    {
      check: 'missing-provider',
      severity: 'error',
      cluster: 'eu',
      component: 'use',
      path: 'use/one',
      object: { cluster: 'eu', component: 'use', apiVersion: 'x.io/v1', kind: 'Crane', name: 'one' },
      pointer: '/kind',
      message: expect.any(String),
      fix: expect.any(String),
    },
  ]);
});
