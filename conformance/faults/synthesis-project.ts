import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

const REPOSITORY = join(__dirname, '../..');

/** In memory where there is such a place: killing a process loses nothing that was written, whatever is below. */
const TEMPORARY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** One component of as many ConfigMaps as the fleet asks for; each says which generation of the fleet it is from. */
const APP = `
import { ApiObject } from 'cdk8s';
import { defineComponent, synthesize } from ${JSON.stringify(join(REPOSITORY, 'lib'))};

const papers = defineComponent({
  name: 'papers',
  namespace: { name: 'papers' },
  render(chart, { labels: { generation = '', objects = '' } }) {
    for (let index = 0; index < Number(objects); index++) {
      // Every seventh has another name in each generation, so that files come and go.
      const name = index % 7 === 0 ? \`paper-\${index}-\${generation}\` : \`paper-\${index}\`;
      new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { generation } });
    }
  },
});

synthesize({ fleet: 'a.yaml', components: [papers] });
`;

/** How big a fleet is. */
export interface FleetSize {
  readonly clusters: number;
  /** ConfigMaps of each cluster. */
  readonly objects: number;
}

/** What a run of the command came to. */
export interface Outcome {
  /** Absent when it was killed. */
  readonly status: number | null;
  readonly errors: string;
}

/** A run that goes on. */
export interface Run {
  readonly child: ChildProcess;
  readonly outcome: Promise<Outcome>;
}

/** A project of its own, in which `bayplan synth` writes one of two generations of a tree. */
export class SynthesisProject {
  readonly folder = mkdtempSync(join(TEMPORARY, 'bayplan-faults-'));
  /** Holds nothing but the output folder and what runs put beside it: a test may mount something there. */
  readonly place = join(this.folder, 'place');
  readonly out = join(this.place, 'dist');

  constructor() {
    mkdirSync(this.place);
    writeFileSync(join(this.folder, 'main.ts'), APP);
    writeFileSync(join(this.folder, 'cdk8s.yaml'), 'language: typescript\napp: exec node --import tsx main.ts\n');
    writeFileSync(join(this.folder, 'package.json'), '{}\n');
    symlinkSync(join(REPOSITORY, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** Writes a fleet file whose name is the generation. */
  describe(generation: string, { clusters, objects }: FleetSize): void {
    const cluster = {
      platform: 'kind',
      delivery: { engine: 'none' },
      nodePools: { general: { max: 1 } },
      labels: { generation, objects: String(objects) },
    };
    const names = Array.from({ length: clusters }, (_, index) => `c${String(index).padStart(3, '0')}`);
    const source = { git: { url: 'https://git.example.com/faults.git', revision: 'refs/heads/main', path: 'dist' } };
    const fleet = {
      fleet: 'faults',
      source,
      defaults: { kubernetes: '1.36' },
      clusters: Object.fromEntries(names.map((name) => [name, cluster])),
    };
    writeFileSync(join(this.folder, `${generation}.yaml`), stringify(fleet, { aliasDuplicateObjects: false }));
  }

  /** Starts `bayplan synth` of a generation. It leads a process group, so that its app dies with it. */
  start(generation: string): Run {
    const args = [join(REPOSITORY, 'bin/bayplan.js'), 'synth', '--fleet', `${generation}.yaml`, '--out', this.out];
    const child = spawn(process.execPath, args, {
      cwd: this.folder,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    const outcome = new Promise<Outcome>((resolve) => child.once('close', (status) => resolve({ status, errors })));
    return { child, outcome };
  }

  /** A whole run. */
  synthesize(generation: string): Promise<Outcome> {
    return this.start(generation).outcome;
  }

  /** Kills a run and everything that it started, as a machine that loses its memory would. */
  async kill({ child, outcome }: Run): Promise<Outcome> {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
    return outcome;
  }

  /** Equal for equal trees: every path with its bytes. */
  digest(): string {
    const hash = createHash('sha256');
    for (const path of this.files())
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(this.out, path)))
        .update('\0');
    return hash.digest('hex');
  }

  /** Paths of all files of the tree, sorted. */
  files(): readonly string[] {
    if (!existsSync(this.out)) return [];
    return readdirSync(this.out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.out.length + 1))
      .sort();
  }

  /** What lies beside the tree. */
  leftovers(): readonly string[] {
    return readdirSync(this.place).filter((name) => name !== 'dist');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
