import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ControlPlane } from '../../harness/control-plane';
import { type ServerProcess, startServer } from '../../harness/server-process';
import { toolPath } from '../../tool-path';
import { KUSTOMIZE_CONTROLLER } from '../../tools';

/** Starts the real kustomize-controller against a control plane; it listens on loopback only. */
export function startKustomizeController({ folder, kubeconfig }: ControlPlane): ServerProcess {
  const scratch = join(folder, 'kustomize-controller');
  mkdirSync(scratch, { recursive: true });
  return startServer(
    'kustomize-controller',
    toolPath(KUSTOMIZE_CONTROLLER),
    [
      '--watch-all-namespaces=true',
      '--enable-leader-election=false',
      '--metrics-addr=0',
      '--health-addr=127.0.0.1:0',
      '--events-addr=',
      '--log-level=info',
      // A dependency is looked at again after 30 s by default: right for a cluster, long for a test.
      '--requeue-dependency=1s',
      '--kube-api-qps=500',
      '--kube-api-burst=1000',
    ],
    { folder, environment: { KUBECONFIG: kubeconfig, RUNTIME_NAMESPACE: 'flux-system', TMPDIR: scratch } },
  );
}
