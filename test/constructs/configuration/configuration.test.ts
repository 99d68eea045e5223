import fc from 'fast-check';
import { Configuration, type ConfigurationProps } from '../../../lib/constructs/configuration/configuration';
import { contentHash } from '../../../lib/constructs/configuration/content-hash';
import { misuseMessage } from '../../support/misuse-message';
import { renderChart } from '../../support/render-chart';
import { renderYaml } from '../../support/render-yaml';
import { worker } from '../../support/workloads';

test('configuration that rolls is immutable and named after its content', () => {
  const props = { data: { 'flags.json': '{}\n' }, binaryData: { 'logo.png': 'iVBORw0=' } };
  expect(renderYaml((chart) => new Configuration(chart, 'flags', props))).toMatchSnapshot();
});

test('configuration that is reloaded keeps its name', () => {
  const props: ConfigurationProps = { name: 'rules', data: { 'rules.yml': 'groups: []\n' }, onChange: 'reload' };
  expect(renderYaml((chart) => new Configuration(chart, 'config', props))).toMatchSnapshot();
});

test('workloads refer to a configuration by the construct', () => {
  const yaml = renderYaml((chart) => {
    const flags = new Configuration(chart, 'flags', { data: { ALL: 'off' } });
    worker({
      envFrom: [{ configMap: flags }],
      volumes: { flags: { configMap: flags } },
      mounts: { '/flags': 'flags' },
    })(chart);
  });
  expect(yaml.split(`name: flags-${contentHash({ data: { ALL: 'off' } })}`)).toHaveLength(4);
});

test.each([
  {
    name: 'a name',
    props: { name: 'Flags' },
    want: `test/flags: the configuration is named "Flags"; use at most 63 of a-z, 0-9 and -, starting and ending with a letter or digit [invalid-name]`,
  },
  {
    name: 'a key',
    props: { data: { '..data': '' } },
    want: `test/flags: "..data" is no file name that a ConfigMap can hold; use at most 253 of A-Z, a-z, 0-9, -, _ and ., not starting with .. [invalid-props]`,
  },
  {
    name: 'bytes that are not encoded',
    props: { binaryData: { logo: 'plain text' } },
    want: `test/flags: the key "logo" of binaryData is not in Base64; encode it, or move it to data [invalid-props]`,
  },
  {
    name: 'a key given twice',
    props: { data: { a: '' }, binaryData: { a: '' } },
    want: `test/flags: the key "a" is in data and in binaryData; keep one of them [invalid-props]`,
  },
])('$name is refused', ({ props, want }) => {
  expect(misuseMessage((chart) => new Configuration(chart, 'flags', props))).toBe(want);
});

/** The pod template’s part of a worker’s Deployment, as text. */
function template(environment: Readonly<Record<string, string>>): string {
  const objects = renderChart(worker({ config: { environment } })) as { kind: string; spec: { template: unknown } }[];
  return JSON.stringify(objects.find(({ kind }) => kind === 'Deployment')?.spec.template);
}

test('a change of configuration changes the pod template, its order does not', () => {
  expect(template({ A: '1', B: '2' })).not.toBe(template({ A: '1', B: '3' }));
  expect(template({ A: '1', B: '2' })).toBe(template({ B: '2', A: '1' }));
});

test('the hash depends on the content and not on the order of its keys', () => {
  const reordered = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, reordered(inner)]),
        )
      : value;
  fc.assert(fc.property(fc.jsonValue(), (value) => contentHash(value) === contentHash(reordered(value))));
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      fc.pre(JSON.stringify(a) !== JSON.stringify(reordered(b)) && JSON.stringify(a) !== JSON.stringify(b));
      fc.pre(typeof a !== 'object' || typeof b !== 'object' || a === null || b === null);
      return contentHash(a) !== contentHash(b);
    }),
  );
});
