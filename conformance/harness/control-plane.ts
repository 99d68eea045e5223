import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolPath } from '../tool-path';
import { ETCD, kubernetesTool, type Minor, type Tool } from '../tools';
import { ApiPaths } from './api-paths';
import { dataFolder } from './data-folder';
import { freePort } from './free-port';
import { KubeClient, type Reply } from './kube-client';
import { kubeconfig } from './kubeconfig';
import type { ObjectReference } from './object-reference';
import { logTail, type ServerProcess, startServer } from './server-process';
import type { SimulatedNode } from './simulated-nodes';
import { type Patience, waitFor } from './wait-for';

/** Which control plane to start. */
export interface ControlPlaneOptions {
  readonly kubernetes: Minor;
  /** Variables of the API server, such as a proxy to services that a test plays. @default none of its own */
  readonly apiServerEnvironment?: NodeJS.ProcessEnv;
}

/**
 * The controllers that matter to a manifest. Left out: node life-cycle, which would evict pods from nodes that no kubelet
 * reports for.
 */
const CONTROLLERS = [
  'cronjob-controller',
  'daemonset-controller',
  'deployment-controller',
  'disruption-controller',
  'endpointslice-controller',
  'ephemeral-volume-controller',
  'garbage-collector-controller',
  'horizontal-pod-autoscaler-controller',
  'job-controller',
  'namespace-controller',
  'persistentvolume-binder-controller',
  'persistentvolume-protection-controller',
  'persistentvolumeclaim-protection-controller',
  'replicaset-controller',
  'resourcequota-controller',
  'root-ca-certificate-publisher-controller',
  'serviceaccount-controller',
  'serviceaccount-token-controller',
  'statefulset-controller',
];

/** A real Kubernetes control plane on loopback, with a folder of its own. */
export class ControlPlane {
  /** Starts one from what `npm run conformance` builds; it ends with `stop`, and with this process. */
  static async start({ kubernetes, apiServerEnvironment = {} }: ControlPlaneOptions): Promise<ControlPlane> {
    const plane = new ControlPlane(kubernetes, dataFolder(), {
      etcd: await freePort(),
      etcdPeer: await freePort(),
      apiServer: await freePort(),
    });
    plane.apiServerEnvironment = apiServerEnvironment;
    try {
      plane.startEtcd();
      plane.startApiServer();
      await plane.ready();
      plane.startControllers();
      return plane;
    } catch (error) {
      await plane.stop();
      throw error;
    }
  }

  readonly folder: string;
  /** Path of a kubeconfig with all rights. */
  readonly kubeconfig: string;
  readonly kubernetes: Minor;
  private apiServerEnvironment: NodeJS.ProcessEnv = {};
  private readonly ports: { readonly etcd: number; readonly etcdPeer: number; readonly apiServer: number };
  private readonly token = randomBytes(16).toString('hex');
  private readonly servers = new Map<string, ServerProcess>();
  private connection: KubeClient | undefined;
  private known: ApiPaths | undefined;

  private constructor(kubernetes: Minor, folder: string, ports: ControlPlane['ports']) {
    this.kubernetes = kubernetes;
    this.folder = folder;
    this.ports = ports;
    this.kubeconfig = join(folder, 'kubeconfig.yaml');
    writeFileSync(join(folder, 'tokens.csv'), `${this.token},bayplan,bayplan,system:masters\n`);
    writeFileSync(this.kubeconfig, kubeconfig(ports.apiServer, this.token));
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(join(folder, 'service-account.key'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(join(folder, 'service-account.pub'), publicKey.export({ type: 'spki', format: 'pem' }));
  }

  get client(): KubeClient {
    this.connection ??= new KubeClient({
      port: this.ports.apiServer,
      token: this.token,
      certificate: readFileSync(join(this.folder, 'apiserver', 'apiserver.crt'), 'utf8'),
    });
    return this.connection;
  }

  /** Where objects live. */
  get paths(): ApiPaths {
    this.known ??= new ApiPaths(this.client);
    return this.known;
  }

  /** Server-side apply of one YAML document with strict field validation, as both engines do it. */
  async apply(object: ObjectReference, yaml: string): Promise<Reply> {
    const path = await this.paths.of(object);
    return this.client.call({
      method: 'PATCH',
      path: `${path}?fieldManager=bayplan&force=true&fieldValidation=Strict`,
      contentType: 'application/apply-patch+yaml',
      body: yaml,
    });
  }

  /** Adds nodes that are ready, with their CSINodes. */
  async nodes(nodes: readonly SimulatedNode[]): Promise<void> {
    for (const { node, csiNode } of nodes) {
      await this.client.expect({ method: 'POST', path: '/api/v1/nodes', body: node });
      await this.client.expect({
        method: 'PATCH',
        path: `/api/v1/nodes/${node.metadata.name}/status`,
        contentType: 'application/merge-patch+json',
        body: { status: node.status },
      });
      await this.client.expect({ method: 'POST', path: '/apis/storage.k8s.io/v1/csinodes', body: csiNode });
    }
  }

  /** Looks again and again until there is an answer. */
  waitFor<T>(subject: string, look: () => Promise<T | undefined>, patience?: Patience): Promise<T> {
    return waitFor(subject, look, patience);
  }

  /** Ends the API server at once, as a crash would. */
  async killApiServer(): Promise<void> {
    await this.servers.get('kube-apiserver')?.kill();
  }

  startApiServer(): void {
    const args = [
      `--etcd-servers=http://127.0.0.1:${this.ports.etcd}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${this.ports.apiServer}`,
      `--cert-dir=${join(this.folder, 'apiserver')}`,
      `--token-auth-file=${join(this.folder, 'tokens.csv')}`,
      `--service-account-key-file=${join(this.folder, 'service-account.pub')}`,
      `--service-account-signing-key-file=${join(this.folder, 'service-account.key')}`,
      '--service-account-issuer=https://kubernetes.default.svc',
      '--service-cluster-ip-range=10.96.0.0/16',
      '--authorization-mode=RBAC',
      '--allow-privileged=true',
      '--endpoint-reconciler-type=none',
      // Without node life-cycle nobody would take away the not-ready taint that this plugin puts on new nodes.
      '--disable-admission-plugins=TaintNodesByCondition',
      '--max-requests-inflight=0',
      '--max-mutating-requests-inflight=0',
      '--enable-priority-and-fairness=false',
    ];
    this.run(kubernetesTool(this.kubernetes, 'kube-apiserver'), args, this.apiServerEnvironment);
  }

  /** Waits until the API server answers that it is ready. */
  async ready(): Promise<void> {
    const server = this.servers.get('kube-apiserver');
    await waitFor('the API server', async () => {
      if (server?.ended()) throw new Error(`it ended:\n${logTail(server)}`);
      return (await this.client.call({ method: 'GET', path: '/readyz' })).status === 200 ? true : undefined;
    });
  }

  /** Ends everything and removes its folder. */
  async stop(): Promise<void> {
    this.connection?.close();
    await Promise.all([...this.servers.values()].map((server) => server.kill()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private startEtcd(): void {
    const client = `http://127.0.0.1:${this.ports.etcd}`;
    const peer = `http://127.0.0.1:${this.ports.etcdPeer}`;
    this.run(ETCD, [
      '--name=etcd',
      `--data-dir=${join(this.folder, 'etcd')}`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=etcd=${peer}`,
      // A crash of the machine may lose this data: it is a test's.
      '--unsafe-no-fsync',
    ]);
  }

  private startControllers(): void {
    const common = [
      `--kubeconfig=${this.kubeconfig}`,
      `--authentication-kubeconfig=${this.kubeconfig}`,
      `--authorization-kubeconfig=${this.kubeconfig}`,
      '--bind-address=127.0.0.1',
      '--secure-port=0',
      '--leader-elect=false',
      '--kube-api-qps=1000',
      '--kube-api-burst=2000',
    ];
    this.run(kubernetesTool(this.kubernetes, 'kube-scheduler'), common);
    this.run(kubernetesTool(this.kubernetes, 'kube-controller-manager'), [
      ...common,
      `--controllers=${CONTROLLERS.join(',')}`,
      `--service-account-private-key-file=${join(this.folder, 'service-account.key')}`,
      `--root-ca-file=${join(this.folder, 'apiserver', 'apiserver.crt')}`,
      // Metrics never come, but the minimum of replicas is enforced without them.
      '--horizontal-pod-autoscaler-sync-period=2s',
    ]);
  }

  private run(tool: Tool, args: readonly string[], environment: NodeJS.ProcessEnv = {}): void {
    this.servers.set(tool.name, startServer(tool.name, toolPath(tool), args, { folder: this.folder, environment }));
  }
}
