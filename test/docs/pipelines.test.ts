import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { copyProject, REPOSITORY, removeCopy } from '../support/project-copy';

/** The scripts of one job, in order. */
type Job = readonly string[];

interface Pipelines {
  readonly check: Job;
  readonly synth: Job;
}

interface GitHubJob {
  readonly steps: readonly { readonly run?: string }[];
}

interface GitLabFile {
  readonly default: { readonly before_script: readonly string[] };
  readonly check: { readonly script: readonly string[] };
  readonly synth: { readonly script: readonly string[] };
}

function gitHub(): Pipelines {
  const { jobs } = parse(readFileSync(join(REPOSITORY, 'docs/ci/github-actions.yaml'), 'utf8')) as {
    jobs: { check: GitHubJob; synth: GitHubJob };
  };
  const scripts = ({ steps }: GitHubJob) => steps.flatMap(({ run }) => run ?? []);
  return { check: scripts(jobs.check), synth: scripts(jobs.synth) };
}

function gitLab(): Pipelines {
  const file = parse(readFileSync(join(REPOSITORY, 'docs/ci/gitlab-ci.yaml'), 'utf8')) as GitLabFile;
  const { before_script: before } = file.default;
  return { check: [...before, ...file.check.script], synth: [...before, ...file.synth.script] };
}

const FRONTEND = 'dist/clusters/eu-prod/boutique/deployment-frontend.yaml';
const variables = {
  BAYPLAN_TOKEN: 'token',
  CI_SERVER_HOST: 'git.test',
  CI_PROJECT_PATH: 'shop',
  CI_COMMIT_BRANCH: 'main',
};

describe.each([
  { name: 'GitHub Actions', pipelines: gitHub() },
  { name: 'GitLab CI', pipelines: gitLab() },
])('$name', ({ pipelines }) => {
  let folder = '';
  const sh = (script: string) => {
    const command = script.replaceAll('npx bayplan', 'node bin/bayplan.js');
    return spawnSync(command, { cwd: folder, shell: true, encoding: 'utf8', env: { ...process.env, ...variables } });
  };
  /** Runs a job until a script fails; `npm ci` is run by the clone that the test runs in. */
  const run = (job: Job) => {
    for (const script of job.filter((line) => !line.startsWith('npm ci'))) {
      const { status, stdout, stderr } = sh(script);
      if (status !== 0) return { status, output: `${stdout}${stderr}` };
    }
    return { status: 0, output: '' };
  };

  beforeAll(() => {
    folder = copyProject();
    writeFileSync(join(folder, '.gitignore'), 'node_modules\nremote.git\n');
    sh('git init --quiet --initial-branch main && git init --quiet --bare --initial-branch main remote.git');
    sh(
      'git config user.name test && git config user.email test@example.com && git add . && git commit --quiet -m start',
    );
    sh(`git remote add origin "${folder}/remote.git" && git push --quiet --set-upstream origin main`);
    sh(`git config url."${folder}/remote.git".insteadOf "https://bayplan:token@git.test/shop.git"`);
  });
  afterAll(() => removeCopy(folder));

  test('every job installs first', () => {
    expect([pipelines.check[0], pipelines.synth[0]].map((line) => line?.startsWith('npm ci'))).toEqual([true, true]);
  });

  test('the check passes on what is committed', () => {
    expect(run(pipelines.check)).toEqual({ status: 0, output: '' });
  });

  test('the check names a file that was edited by hand, and synth commits and pushes it back', () => {
    const wanted = readFileSync(join(folder, FRONTEND), 'utf8');
    writeFileSync(join(folder, FRONTEND), `${wanted}# edited\n`);
    sh('git commit --quiet --all -m edited');
    const { status, output } = run(pipelines.check);
    expect({ status, named: output.includes(FRONTEND.replace('dist/', '  changed  ')) }).toEqual({
      status: 1,
      named: true,
    });
    expect(run(pipelines.synth)).toEqual({ status: 0, output: '' });
    expect(sh(`git --git-dir remote.git show main:${FRONTEND}`).stdout).toBe(wanted);
    expect(sh('git --git-dir remote.git log -1 --format=%s main').stdout).toBe('Synthesize dist\n');
  });
});
