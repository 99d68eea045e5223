import { Yaml } from 'cdk8s';
import { benchClusters } from '../../bench/fleet/bench-cluster';
import { appObjects } from '../../bench/shapes/app-objects';
import { shapeComponents } from '../../bench/shapes/components';
import { APPS, appOn, factsOf, OBJECTS_PER_CLUSTER, SHAPES, type Shape } from '../../bench/shapes/shape';
import { componentRenderer } from '../../lib/render/component-renderer';
import { namespaceObject } from '../../lib/render/namespace-object';
import { cluster } from '../support/clusters';

const folders = { project: '/project', own: '/project/node_modules/bayplan' };

function rendered(shape: Shape, names: readonly string[]) {
  return shapeComponents(shape).map((component) => {
    const render = componentRenderer(component, { ...folders, share: true });
    return names.map((name) => render(cluster({ name, labels: { size: 'large' } })).rendered.objects);
  });
}

test.each(SHAPES)('%s: a cluster has 200 objects', (shape) => {
  const objects = rendered(shape, ['a']).flat(2);
  expect(objects).toHaveLength(OBJECTS_PER_CLUSTER);
});

test.each([
  ['typical', 15],
  ['worst', 0],
] as const)('%s: %i of 20 components are the same on two clusters that differ in name only', (shape, same) => {
  const pairs = rendered(shape, ['a', 'b']);
  expect(pairs.filter(([a, b]) => a === b)).toHaveLength(same);
});

test('an object has about 1 KB of YAML', () => {
  const [first] = benchClusters(1);
  const objects = APPS.flatMap((app) => [
    namespaceObject({ name: app }, '1.35'),
    ...(first ? appObjects(appOn(first, app, factsOf('worst', app))) : []),
  ]);
  const bytes = Yaml.stringify(...objects).length / objects.length;
  expect(bytes).toBeGreaterThan(900);
  expect(bytes).toBeLessThan(1100);
});
