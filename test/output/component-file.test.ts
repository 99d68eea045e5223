import type { KubeObject } from '../../lib/objects/kube-object';
import { componentFile } from '../../lib/output/component-file';
import { textOf } from '../../lib/output/object-text';

const object = (apiVersion: string, kind: string, name: string, namespace?: string): KubeObject => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
});

const SORTED = [
  object('v1', 'Namespace', 'shop'),
  object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'carts.example.com'),
  object('v1', 'ServiceAccount', 'b', 'a'),
  object('v1', 'ServiceAccount', 'a', 'shop'),
  object('v1', 'ServiceAccount', 'b', 'shop'),
  object('v1', 'Service', 'web', 'shop'),
  object('apps/v1', 'Deployment', 'web', 'shop'),
  object('example.com/v1', 'Cart', 'one', 'shop'),
  object('serving.example.com/v1', 'Service', 'web', 'shop'),
  object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'w'),
];

test('holds what others need first, whatever the order in which it was built', () => {
  const text = componentFile(SORTED);
  expect(componentFile(SORTED.toReversed())).toBe(text);
  expect(text).toBe(SORTED.map((each) => textOf(each).text).join('---\n'));
});

test('the text of an object is made once, and its digest tells texts apart', () => {
  const [first, second] = [object('v1', 'Service', 'a'), object('v1', 'Service', 'b')];
  expect(textOf(first)).toBe(textOf(first));
  expect(textOf({ ...first })).toEqual(textOf(first));
  expect(textOf(first)).toEqual({
    text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n',
    // printf 'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n' | sha256sum | cut -c1-32
    digest: '33df559cd49463262b740789b4adcaa3',
  });
  expect(textOf(second).digest).not.toBe(textOf(first).digest);
});
