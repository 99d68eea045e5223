import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubeClient } from '../../harness/kube-client';
import { type ArtifactServer, startArtifactServer } from './artifact-server';
import { tarball } from './tarball';

/** A source object of Flux, by its place in the API. */
export interface SourceName {
  readonly kind: 'GitRepository' | 'OCIRepository';
  readonly namespace: string;
  readonly name: string;
}

interface Source {
  readonly metadata: { readonly generation: number };
  readonly spec: { readonly ignore?: string };
}

const PLURALS = { GitRepository: 'gitrepositories', OCIRepository: 'ocirepositories' } as const;

/**
 * Plays source-controller, which cannot be built from its module: packs a folder as the artifact of a source, without
 * what the source says to ignore, and writes the status that the real one would write.
 */
export class SourceController {
  static async start(client: KubeClient): Promise<SourceController> {
    return new SourceController(client, await startArtifactServer());
  }

  private readonly client: KubeClient;
  private readonly server: ArtifactServer;

  private constructor(client: KubeClient, server: ArtifactServer) {
    this.client = client;
    this.server = server;
  }

  /**
   * Makes a folder the newest revision of a source.
   *
   * @returns the revision: it depends on the files alone.
   */
  async publish(source: SourceName, folder: string): Promise<string> {
    const path = `/apis/source.toolkit.fluxcd.io/v1/namespaces/${source.namespace}/${PLURALS[source.kind]}/${source.name}`;
    const { metadata, spec } = await this.client.expect<Source>({ method: 'GET', path });
    const content = tarball(folder, keptFiles(folder, spec.ignore ?? ''));
    const digest = createHash('sha256').update(content).digest('hex');
    const revision =
      source.kind === 'GitRepository' ? `main@sha1:${digest.slice(0, 40)}` : `production@sha256:${digest}`;
    const place = `${source.kind.toLowerCase()}/${source.namespace}/${source.name}/${digest.slice(0, 12)}.tar.gz`;
    const url = this.server.keep(place, content);
    const now = new Date().toISOString();
    const message = `stored artifact for revision '${revision}'`;
    const ready = {
      type: 'Ready',
      status: 'True',
      reason: 'Succeeded',
      message,
      lastTransitionTime: now,
      observedGeneration: metadata.generation,
    };
    const artifact = {
      path: place,
      url,
      revision,
      digest: `sha256:${digest}`,
      lastUpdateTime: now,
      size: content.length,
    };
    await this.client.expect({
      method: 'PATCH',
      path: `${path}/status`,
      contentType: 'application/merge-patch+json',
      body: {
        status: {
          observedGeneration: metadata.generation,
          conditions: [ready, { ...ready, type: 'ArtifactInStorage' }],
          artifact,
        },
      },
    });
    return revision;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

/** Files that the rules leave in, by git's own reading of them, which source-controller follows. */
export function keptFiles(folder: string, ignore: string): readonly string[] {
  const scratch = mkdtempSync(join(tmpdir(), 'bayplan-ignore-'));
  try {
    const rules = join(scratch, 'rules');
    writeFileSync(rules, ignore);
    const repository = join(scratch, 'git');
    git(['init', '--quiet', '--bare', repository]);
    const listed = git([
      `--git-dir=${repository}`,
      `--work-tree=${folder}`,
      '-C',
      folder,
      'ls-files',
      '--others',
      '-z',
      `--exclude-from=${rules}`,
    ]);
    return listed.split('\0').filter(Boolean).sort();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function git(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}
