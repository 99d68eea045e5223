import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JsonPatch } from 'cdk8s';
import { YamlFile } from '../../../lib/constructs/raw/yaml-file';
import { misuseMessage } from '../../support/misuse-message';
import { renderChart } from '../../support/render-chart';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bayplan-yaml-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'objects.yaml');
  writeFileSync(path, text);
  return path;
}

const OBJECT = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';

test('documents and lists become objects, in the order of the file', () => {
  const path = file(
    `# first\n---\n${OBJECT}---\n---\napiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata: { name: b, namespace: other }\n`,
  );
  expect(renderChart((chart) => new YamlFile(chart, 'raw', { file: path }))).toEqual([
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'shop' } },
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'b', namespace: 'other' } },
  ]);
});

test('values are read as kubectl reads them', () => {
  const path = file(
    `${OBJECT}data: { mode: 0644, on: yes, time: 12:30, day: 2026-11-22, hex: 0x1F, exp: 1e3, text: "no" }\n`,
  );
  expect(renderChart((chart) => new YamlFile(chart, 'raw', { file: path }))).toMatchObject([
    { data: { mode: 420, true: true, time: '12:30', day: '2026-11-22', hex: 31, exp: 1000, text: 'no' } },
  ]);
});

test('an object of the file can be patched', () => {
  const path = file(OBJECT);
  const [object] = renderChart((chart) => {
    const raw = new YamlFile(chart, 'raw', { file: path });
    raw.object('ConfigMap', 'a').addJsonPatch(JsonPatch.add('/data', { key: 'value' }));
  });
  expect(object).toMatchObject({ data: { key: 'value' } });
});

test('a file that has changed is read again', () => {
  const path = file(OBJECT);
  renderChart((chart) => new YamlFile(chart, 'raw', { file: path }));
  file(OBJECT.replace('name: a', 'name: z'));
  expect(renderChart((chart) => new YamlFile(chart, 'raw', { file: path }))).toMatchObject([
    { metadata: { name: 'z' } },
  ]);
});

test('two objects of one name are left to be found by rendering', () => {
  const path = file(`${OBJECT}---\n${OBJECT}`);
  expect(renderChart((chart) => new YamlFile(chart, 'raw', { file: path }))).toHaveLength(2);
});

const BOMB = `a: &a [x]\n${[...'bcdefgh'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`).join('\n')}\n`;

test.each([
  {
    name: 'text that is no YAML',
    text: `${OBJECT}---\na: b\n  c: d\n`,
    want: `5:4: Nested mappings are not allowed in compact mappings; mend the file [invalid-yaml]`,
  },
  {
    name: 'a key twice',
    text: `${OBJECT}kind: Secret\n`,
    want: `4:1: Map keys must be unique; mend the file [invalid-yaml]`,
  },
  {
    name: 'an alias bomb',
    text: BOMB,
    want: `1:1: Excessive alias count indicates a resource exhaustion attack; mend the file [invalid-yaml]`,
  },
  {
    name: 'a document that is no object',
    text: `${OBJECT}---\n- a\n`,
    want: `5:1: the document is no Kubernetes object; give every object an apiVersion, a kind and a metadata.name [invalid-object]`,
  },
  {
    name: 'an object without a name',
    text: 'apiVersion: v1\nkind: Secret\nmetadata: {}\n',
    want: `1:1: the document is no Kubernetes object; give every object an apiVersion, a kind and a metadata.name [invalid-object]`,
  },
])('$name is refused with its place', ({ text, want }) => {
  const path = file(text);
  expect(misuseMessage((chart) => new YamlFile(chart, 'raw', { file: path }))).toBe(`test/raw: ${path}:${want}`);
});

test('a file that is not there is refused', () => {
  expect(misuseMessage((chart) => new YamlFile(chart, 'raw', { file: 'no/such.yaml' }))).toBe(
    'test/raw: no/such.yaml: the file cannot be read (ENOENT); give the path of a file, relative to the folder in which the command runs [unreadable-file]',
  );
});

test.each([
  { name: 'binary', text: 'a\0b', want: 'the file is no UTF-8 text; give a file of YAML [unreadable-file]' },
  {
    name: 'empty',
    text: '# nothing\n',
    want: 'the file holds no object; write one, or leave the file out [invalid-object]',
  },
])('a file that is $name is refused', ({ text, want }) => {
  const path = file(text);
  expect(misuseMessage((chart) => new YamlFile(chart, 'raw', { file: path }))).toBe(`test/raw: ${path}: ${want}`);
});

test('an object that the file does not hold is refused', () => {
  const path = file(OBJECT);
  expect(misuseMessage((chart) => new YamlFile(chart, 'raw', { file: path }).object('Secret', 'a'))).toBe(
    'test/raw: the file holds no Secret "a"; name one of its objects: ConfigMap a [invalid-props]',
  );
});
