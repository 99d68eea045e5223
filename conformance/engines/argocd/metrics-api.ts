import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { readQuantity } from '../../../lib/core/quantity';
import type { ControlPlane } from '../../harness/control-plane';

interface Pod {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly containers: readonly {
      readonly name: string;
      readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
    }[];
  };
}

const GROUP_VERSION = 'metrics.k8s.io/v1beta1';
const IDLE = 0.1;

/**
 * Plays what metrics-server answers, and the network between the API server and it: the API server reaches Services
 * through the environment's proxy, and the proxy leads to this server.
 *
 * Without it the APIService of a cluster never becomes available, and the real autoscaler never sees a load.
 */
export class MetricsApi {
  static async start(): Promise<MetricsApi> {
    const api = new MetricsApi();
    await new Promise<void>((resolve) => api.proxy.listen(0, '127.0.0.1', resolve));
    return api;
  }

  /** Which part of its request each container uses, by the name of the workload; the others are idle. */
  readonly load = new Map<string, number>();
  private readonly proxy: Server;
  private plane: ControlPlane | undefined;
  private tls: TlsServer | undefined;

  private constructor() {
    this.proxy = createServer();
    this.proxy.on('connect', (_: IncomingMessage, socket: Socket) => {
      socket.on('error', () => undefined);
      if (!this.tls) {
        socket.destroy();
        return;
      }
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      this.tls.emit('connection', socket);
    });
  }

  /** Variables of the API server whose services it plays. */
  get environment(): NodeJS.ProcessEnv {
    const address = this.proxy.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
    return { HTTPS_PROXY: `http://127.0.0.1:${address.port}`, NO_PROXY: '127.0.0.1,localhost' };
  }

  /** Answers for the pods of a control plane. */
  serve(plane: ControlPlane): void {
    this.plane = plane;
    const file = (name: string) => readFileSync(join(plane.folder, 'apiserver', name));
    this.tls = createTlsServer(
      { key: file('apiserver.key'), cert: file('apiserver.crt') },
      ({ url = '' }, response) => {
        void this.answer(new URL(url, 'https://metrics')).then(
          (body) => {
            response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
            response.end(JSON.stringify(body ?? {}));
          },
          () => response.writeHead(503).end(),
        );
      },
    );
  }

  stop(): void {
    this.proxy.closeAllConnections();
    this.proxy.close();
    this.tls?.closeAllConnections();
  }

  private async answer({ pathname, searchParams }: URL): Promise<unknown> {
    if (pathname === `/apis/${GROUP_VERSION}`) return RESOURCES;
    const namespace = /^\/apis\/metrics\.k8s\.io\/v1beta1\/namespaces\/([^/]+)\/pods$/.exec(pathname)?.[1];
    if (namespace === undefined || !this.plane) return undefined;
    const selector = encodeURIComponent(searchParams.get('labelSelector') ?? '');
    const path = `/api/v1/namespaces/${namespace}/pods?labelSelector=${selector}`;
    const { items } = await this.plane.client.expect<{ items: readonly Pod[] }>({ method: 'GET', path });
    return {
      kind: 'PodMetricsList',
      apiVersion: GROUP_VERSION,
      metadata: {},
      items: items.map((pod) => this.metrics(pod)),
    };
  }

  private metrics({ metadata, spec }: Pod) {
    const part = this.load.get(metadata.labels?.['app.kubernetes.io/name'] ?? '') ?? IDLE;
    const containers = spec.containers.map(({ name, resources }) => ({
      name,
      usage: { cpu: partOf(resources?.requests?.cpu, part), memory: partOf(resources?.requests?.memory, part) },
    }));
    return { metadata, timestamp: new Date().toISOString(), window: '30s', containers };
  }
}

const RESOURCES = {
  kind: 'APIResourceList',
  apiVersion: 'v1',
  groupVersion: GROUP_VERSION,
  resources: [
    { name: 'nodes', singularName: '', namespaced: false, kind: 'NodeMetrics', verbs: ['get', 'list'] },
    { name: 'pods', singularName: '', namespaced: true, kind: 'PodMetrics', verbs: ['get', 'list'] },
  ],
};

function partOf(request: string | undefined, part: number): string {
  return `${((readQuantity(request ?? '10m')?.nano ?? 0n) * BigInt(Math.round(part * 100))) / 100n / 1_000_000n}m`;
}
