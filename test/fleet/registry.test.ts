import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { components } from '../../fleet/components';

const fleet = join(__dirname, '../../fleet');

test('the registry lists every file of fleet/components, and nothing else', () => {
  const files = readdirSync(join(fleet, 'components')).filter((name) => name.endsWith('.ts'));
  const imported = [...readFileSync(join(fleet, 'components.ts'), 'utf8').matchAll(/from '\.\/components\/([^']+)'/g)];
  expect(imported.map(([, name]) => `${name}.ts`).sort()).toEqual(files.sort());
  expect(components).toHaveLength(files.length);
});

test('a component is named after its file', () => {
  const names = readdirSync(join(fleet, 'components')).filter((name) => name.endsWith('.ts'));
  expect(components.map(({ name }) => `${name}.ts`).sort()).toEqual(names.sort());
});
