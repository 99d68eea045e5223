import { ApiObject, type Chart } from 'cdk8s';
import fc from 'fast-check';
import type { Cluster } from '../../lib/facts/cluster';
import type { ComponentProps } from '../../lib/render/component';
import { componentRenderer } from '../../lib/render/component-renderer';
import { defineComponent } from '../../lib/render/define-component';
import { cluster } from '../support/clusters';

const folders = { project: '/nowhere', own: '/nowhere/lib' };

function configMap(chart: Chart, name: string, data: Record<string, string>): void {
  new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
}

/** A component that counts how often it renders. */
function counting(render: (chart: Chart, facts: Cluster) => void) {
  const calls: string[] = [];
  const component = defineComponent({
    name: 'shop',
    namespace: 'shop',
    render: (chart, facts) => {
      calls.push('');
      render(chart, facts);
    },
  });
  return { component, calls };
}

const a = cluster({ name: 'a', region: 'eu', labels: { size: 'small' } });
const b = cluster({ name: 'b', region: 'eu', labels: { size: 'large' } });
const c = cluster({ name: 'c', region: 'us', labels: { size: 'large' } });

describe('sharing', () => {
  test.each<{ name: string; render: (chart: Chart, facts: Cluster) => void; renderings: number }>([
    { name: 'nothing read: one rendering', render: (chart) => configMap(chart, 'x', {}), renderings: 1 },
    {
      name: 'the region read: one a region',
      render: (chart, facts) => configMap(chart, 'x', { region: facts.region ?? '' }),
      renderings: 2,
    },
    {
      name: 'the name read: one a cluster',
      render: (chart, facts) => configMap(chart, 'x', { name: facts.name }),
      renderings: 3,
    },
    {
      name: 'a second fact read only after one answer',
      render: (chart, facts) =>
        configMap(chart, 'x', { size: facts.region === 'eu' ? String(facts.labels.size) : 'any' }),
      renderings: 3,
    },
  ])('$name', ({ render, renderings }) => {
    const { component, calls } = counting(render);
    const renderer = componentRenderer(component, { ...folders, share: true });
    const results = [a, b, c].map((facts) => renderer(facts));
    expect(calls).toHaveLength(renderings);
    expect(results.flatMap(({ findings }) => findings)).toEqual([]);
    expect([a, b, c].map((facts) => renderer(facts))).toEqual(results);
  });

  test('clusters on one way share one array', () => {
    const { component } = counting((chart, facts) => configMap(chart, 'x', { region: facts.region ?? '' }));
    const renderer = componentRenderer(component, { ...folders, share: true });
    expect(renderer(b).rendered.objects).toBe(renderer(a).rendered.objects);
    expect(renderer(c).rendered.objects).not.toBe(renderer(a).rendered.objects);
  });

  test('what names its cluster is not kept, as no other cluster can have it', () => {
    const { component, calls } = counting((chart, facts) => configMap(chart, 'x', { name: facts.name }));
    const renderer = componentRenderer(component, { ...folders, share: true });
    expect(renderer(a)).toEqual(renderer(a));
    expect(calls).toHaveLength(2);
  });

  test('gives what rendering each cluster alone gives, in any order of clusters', () => {
    const value = fc.constantFrom('x', 'y');
    const clusters = fc.array(fc.record({ region: value, size: value, tier: value }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(clusters, (answers) => {
        const { component } = counting((chart, facts) => {
          const { region = '', labels } = facts;
          const second = region === 'x' ? labels.size : Object.keys(labels).join();
          configMap(chart, 'x', { region, second: String(second), third: second === 'x' ? String(labels.tier) : '' });
        });
        const shared = componentRenderer(component, { ...folders, share: true });
        const alone = componentRenderer(component, { ...folders, share: false });
        answers.forEach(({ region, ...labels }, index) => {
          const facts = cluster({ name: `c${index}`, region, labels });
          expect(shared(facts)).toEqual(alone(facts));
        });
      }),
    );
  });
});

describe('findings', () => {
  const finding = (props: Partial<ComponentProps>) => {
    const component = defineComponent({ name: 'shop', namespace: 'shop', render: () => undefined, ...props });
    const [first] = componentRenderer(component, { ...folders, share: true })(a).findings;
    return first;
  };
  const base = { cluster: 'a', component: 'shop', severity: 'error' };

  test.each<{ name: string; render: (chart: Chart, facts: Cluster) => void; want: object }>([
    {
      name: 'a component that throws',
      render: () => {
        throw new RangeError('too much\nand more');
      },
      want: {
        check: 'component-failed',
        path: 'shop',
        message: 'the component threw RangeError: too much',
        fix: 'mend the component; it may read the facts of the cluster and nothing else',
      },
    },
    {
      name: 'an object without a name',
      render: (chart) => {
        new ApiObject(chart, 'x', { apiVersion: '', kind: 'ConfigMap' });
      },
      want: {
        check: 'invalid-object',
        path: 'shop/x',
        message: 'the object has no apiVersion',
        fix: 'give every object an apiVersion, a kind and a metadata.name',
      },
    },
    {
      name: 'a Secret in plain text',
      render: (chart) => {
        new ApiObject(chart, 'x', {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'x' },
          stringData: { pw: 'hunter2' },
        });
      },
      want: {
        check: 'secret-value',
        path: 'shop/x',
        pointer: '/stringData',
        message: 'Secret "x" holds values in plain text (stringData: pw), which would be committed',
        fix: 'refer to a Secret that exists, or write an ExternalSecret, a SealedSecret or a SOPS-encrypted file',
      },
    },
  ])('$name', ({ render, want }) => {
    expect(finding({ render })).toEqual({ ...base, ...want });
  });

  test('a component that asks other questions after the same answers', () => {
    let calls = 0;
    const component = defineComponent({
      name: 'shop',
      render: (chart, facts) => configMap(chart, 'x', { value: calls++ === 0 ? facts.name : String(facts.region) }),
    });
    const renderer = componentRenderer(component, { ...folders, share: true });
    expect(renderer(a).findings).toEqual([]);
    expect(renderer(b).findings.map(({ check }) => check)).toEqual(['impure-component']);
  });
});

test('the namespace of the chart stays off cluster-scoped objects', () => {
  const component = defineComponent({
    name: 'shop',
    namespace: { name: 'shop' },
    render: (chart) => {
      new ApiObject(chart, 'role', {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name: 'r' },
      });
      configMap(chart, 'c', {});
    },
  });
  const { objects } = componentRenderer(component, { ...folders, share: true })(a).rendered;
  expect(objects.map(({ object, path }) => [object.kind, object.metadata.namespace, path])).toEqual([
    ['Namespace', undefined, 'shop/namespace'],
    ['ClusterRole', undefined, 'shop/role'],
    ['ConfigMap', 'shop', 'shop/c'],
  ]);
});
