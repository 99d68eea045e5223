import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freePort } from '../../harness/free-port';
import { logTail, type ServerProcess, startServer } from '../../harness/server-process';
import { toolPath } from '../../tool-path';
import { HELM } from '../../tools';
import { loopbackArgoCd } from './loopback-argocd';

/** The parts of Argo CD that sync, running on loopback and talking plain text. */
export interface ArgoCdServers {
  /** The ends of the logs. @throws {Error} when a part has ended. */
  readonly words: (lines?: number) => string;
  readonly stop: () => Promise<void>;
}

/** @throws {Error} when there is no `redis-server`. */
export async function startArgoCd(folder: string, kubeconfig: string): Promise<ArgoCdServers> {
  if (spawnSync('redis-server', ['--version']).error) {
    throw new Error('redis-server: not found; Argo CD needs it (package redis-server or redis of the system)');
  }
  const scratch = join(folder, 'argocd');
  mkdirSync(scratch, { recursive: true });
  const [redis, repo, repoMetrics, metrics, sets, setProbe] = await Promise.all(Array.from({ length: 6 }, freePort));
  const program = loopbackArgoCd();
  const environment = {
    HOME: scratch,
    TMPDIR: scratch,
    KUBECONFIG: kubeconfig,
    PATH: `${dirname(toolPath(HELM))}:${process.env.PATH}`,
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_ASK_PASS_SOCK: join(scratch, 'ask-pass.sock'),
    // Every two to three minutes by default: then it looks again at what tells it nothing, such as definitions.
    ARGOCD_RECONCILIATION_TIMEOUT: '20s',
    ARGOCD_RECONCILIATION_JITTER: '0s',
  };
  const part = (name: string, args: readonly string[]): ServerProcess =>
    startServer(name, program, args, { folder, environment: { ...environment, ARGOCD_BINARY_NAME: name } });
  const servers = [
    startServer(
      'redis',
      'redis-server',
      ['--bind', '127.0.0.1', '--port', `${redis}`, '--save', '', '--dir', scratch],
      {
        folder,
      },
    ),
    part('argocd-repo-server', [
      '--disable-tls',
      '--address=127.0.0.1',
      `--port=${repo}`,
      '--metrics-address=127.0.0.1',
      `--metrics-port=${repoMetrics}`,
      `--redis=127.0.0.1:${redis}`,
    ]),
    part('argocd-application-controller', [
      '--namespace=argocd',
      `--repo-server=127.0.0.1:${repo}`,
      '--repo-server-plaintext',
      `--redis=127.0.0.1:${redis}`,
      `--metrics-port=${metrics}`,
    ]),
    part('argocd-applicationset-controller', [
      '--namespace=argocd',
      `--argocd-repo-server=127.0.0.1:${repo}`,
      '--repo-server-plaintext',
      `--metrics-addr=127.0.0.1:${sets}`,
      `--probe-addr=127.0.0.1:${setProbe}`,
      '--webhook-addr=127.0.0.1:0',
      '--enable-progressive-syncs',
      '--enable-leader-election=false',
    ]),
  ];
  return {
    words: (lines = 6) => {
      const gone = servers.find((server) => server.ended());
      if (gone) throw new Error(`${gone.name} ended:\n${logTail(gone)}`);
      return servers.map((server) => `--- ${server.name}\n${warnings(server, lines)}`).join('\n');
    },
    stop: async () => {
      await Promise.all(servers.map((server) => server.kill()));
    },
  };
}

function warnings(server: ServerProcess, lines: number): string {
  return logTail(server, 3000)
    .split('\n')
    .filter((line) => /"level":"(warning|error|fatal)"/.test(line))
    .slice(-lines)
    .join('\n');
}
