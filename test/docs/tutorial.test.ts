import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/tutorial.md'), 'utf8');

interface Snippet {
  /** The file that it is taken from, as the fence names it. */
  readonly file: string;
  readonly text: string;
}

/** Fences that name a file after their language; the others show what was typed then. */
const snippets: readonly Snippet[] = [...page.matchAll(/^```(?:ts|yaml) (\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, file = '', text = '']) => ({ file, text }),
);

test('the page shows TypeScript and objects', () => {
  expect(snippets.filter(({ file }) => file.endsWith('.ts')).length).toBeGreaterThanOrEqual(5);
  expect(snippets.filter(({ file }) => file.startsWith('dist/')).length).toBeGreaterThanOrEqual(5);
});

test.each(snippets)('$file holds its snippet word for word', ({ file, text }) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(text);
});

test('every file that the page links to is there', () => {
  const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => join(root, 'docs', target));
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});
