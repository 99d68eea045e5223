import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject, REPOSITORY, removeCopy } from '../support/project-copy';

let folder = '';
beforeAll(() => {
  folder = copyProject();
});
afterAll(() => removeCopy(folder));

function sh(command: string): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(command, { cwd: folder, shell: true, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const bayplan = (args: string) => sh(`node bin/bayplan.js ${args}`);

test('bayplan synth and cdk8s synth give the committed bytes', () => {
  rmSync(join(folder, 'dist'), { recursive: true });
  expect(bayplan('synth')).toMatchObject({ status: 0, stdout: '' });
  expect(sh(`diff -r dist ${join(REPOSITORY, 'dist')}`)).toEqual({ status: 0, stdout: '', stderr: '' });
  const cli = join(REPOSITORY, 'node_modules', '.bin', 'cdk8s');
  expect(sh(`${cli} synth --check-upgrade=false --output by-cdk8s`).status).toBe(0);
  expect(sh(`diff -r by-cdk8s ${join(REPOSITORY, 'dist')}`)).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('without a cdk8s.yaml, main.ts is run', () => {
  rmSync(join(folder, 'cdk8s.yaml'));
  expect(bayplan('synth --check')).toMatchObject({ status: 0, stdout: '' });
});

test('mistakes in the fleet file: status 1, and the last good dist stays', () => {
  const fleet = readFileSync(join(folder, 'fleet', 'fleet.yaml'), 'utf8');
  writeFileSync(join(folder, 'mistaken.yaml'), fleet.replace('platform: eks', 'platform: esk'));
  expect(bayplan('synth --fleet mistaken.yaml')).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^mistaken\.yaml:\d+:15: error: .* did you mean eks\? \[invalid-value\]\nnothing written: 1 error\n$/,
    ),
  });
  expect(sh(`diff -r dist ${join(REPOSITORY, 'dist')}`).status).toBe(0);
});

test.each([
  { args: 'synth --fleet nowhere.yaml', status: 2, stderr: /^nowhere\.yaml:1:1: error: / },
  { args: 'synth --cluster eu-prdo', status: 1, stderr: /did you mean "eu-prod"\?/ },
  { args: 'sinth', status: 2, stderr: /^error: unknown command 'sinth'/ },
  { args: 'synth --chekc', status: 2, stderr: /^error: unknown option '--chekc'/ },
  { args: '', status: 2, stderr: /^Usage: bayplan/ },
])('bayplan $args: status $status', ({ args, status, stderr }) => {
  expect(bayplan(args)).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
});

test('the schema goes to standard output', () => {
  const { status, stdout } = bayplan('schema');
  expect({ status, schema: JSON.parse(stdout) }).toEqual({
    status: 0,
    schema: JSON.parse(readFileSync(join(REPOSITORY, 'fleet.schema.json'), 'utf8')),
  });
});
