import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFleet } from '../../lib/facts/parse-fleet';
import { formatFinding, groupFindings } from '../../lib/report/finding-text';
import { REPOSITORY } from '../support/project-copy';

const read = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8');
const readme = read('README.md');

function block(language: string, marker: string): string {
  const after = readme.slice(readme.indexOf(marker));
  return after.match(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's'))?.[1] ?? '';
}

test('the first two commands stand on the first screen', () => {
  expect(readme.split('\n').slice(0, 12)).toEqual(
    expect.arrayContaining(['npm ci && npx cdk8s synth', 'npm ci && npm test']),
  );
});

test('the object is the one in dist', () => {
  const path = 'dist/clusters/eu-prod/tutorial/horizontalpodautoscaler-my-deployment.yaml';
  expect(readme).toContain(`\`${path}\``);
  expect(block('yaml', 'One of these files')).toBe(read(path));
});

test('the TypeScript is the one that made it', () => {
  const snippet = block('ts', 'from these lines');
  expect(snippet).not.toBe('');
  const flat = (text: string) => text.replace(/\s+/g, ' ');
  expect(flat(read('fleet/components/tutorial.ts'))).toContain(flat(snippet).trim());
});

test('every folder of the tree is there', () => {
  const files = block('text', 'What comes out').match(/^dist\/\S+/gm) ?? [];
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) expect(() => read(file)).not.toThrow(/ENOENT/);
});

test('the mistakes are told as the README says', () => {
  const mistaken = read('fleet/fleet.yaml')
    .replace('managedBy: ops', 'managedBy: opps')
    .replace('min: 3\n        max: 12', 'min: 30\n        max: 12')
    .replace('memory: 14162Mi', 'memory: 14162 Mi')
    .replace('labels: { harbour.example.com/pool: stores }', 'lables: { harbour.example.com/pool: stores }');
  const { findings } = parseFleet(mistaken, 'fleet/fleet.yaml');
  expect(block('text', 'all mistakes at once')).toBe(`${groupFindings(findings).map(formatFinding).join('\n')}\n`);
});
