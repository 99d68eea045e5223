import { Agent, request } from 'node:https';

/** How to reach an API server. */
export interface Endpoint {
  readonly port: number;
  readonly token: string;
  /** PEM of the server's own certificate. */
  readonly certificate: string;
}

/** What the API server answered. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** Texts of its `Warning` headers. */
  readonly warnings: readonly string[];
}

/** One call of the Kubernetes API. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** @default application/json */
  readonly contentType?: string;
}

/** Calls an API server on loopback over one pool of kept connections. */
export class KubeClient {
  readonly endpoint: Endpoint;
  private readonly agent: Agent;

  constructor(endpoint: Endpoint) {
    this.endpoint = endpoint;
    this.agent = new Agent({ keepAlive: true, maxSockets: 16, ca: endpoint.certificate });
  }

  call({ method, path, body, contentType = 'application/json' }: Call): Promise<Reply> {
    const { port, token } = this.endpoint;
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method,
          agent: this.agent,
          headers: { authorization: `Bearer ${token}`, ...(text === undefined ? {} : bodyHeaders(text, contentType)) },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const answer = Buffer.concat(chunks).toString('utf8');
            const warnings = [response.headers.warning ?? []].flat().flatMap(warningTexts);
            resolve({ status: response.statusCode ?? 0, body: parsed(answer), warnings });
          });
        },
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }

  /** A call that must succeed. @throws {Error} with the server's own words. */
  async expect<T>(call: Call): Promise<T> {
    const { status, body } = await this.call(call);
    if (status >= 200 && status < 300) return body as T;
    throw new Error(`${call.method} ${call.path}: ${status} ${messageOf(body)}`);
  }

  /** Hands over an answer line by line as it comes, on a connection of its own. Ends when the server ends it, or refuses. */
  lines(path: string, line: (text: string) => void, signal: AbortSignal): Promise<void> {
    const { port, token, certificate } = this.endpoint;
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}` };
      const sent = request({ host: '127.0.0.1', port, path, ca: certificate, headers, signal }, (response) => {
        if (response.statusCode !== 200) {
          response.resume();
          reject(new Error(`${path}: ${response.statusCode}`));
          return;
        }
        let rest = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          const parts = (rest + chunk).split('\n');
          rest = parts.pop() ?? '';
          for (const part of parts) line(part);
        });
        response.on('error', reject);
        response.on('end', resolve);
      });
      sent.on('error', reject);
      sent.end();
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** With its length: Node sends the body of a DELETE without any framing otherwise, and the server never sees it. */
function bodyHeaders(text: string, contentType: string) {
  return { 'content-type': contentType, 'content-length': Buffer.byteLength(text) };
}

/** The server's own words of a refusal. */
export function messageOf(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'message' in body) return String(body.message);
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `299 - "text", 299 - "text"`, with quotes escaped by a backslash. */
function warningTexts(header: string): readonly string[] {
  return [...header.matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
}
