import { createServer } from 'node:http';

/** Serves artifacts on loopback, as the storage of source-controller does. */
export interface ArtifactServer {
  /** Keeps an artifact and gives its address. */
  readonly keep: (path: string, content: Buffer) => string;
  readonly stop: () => Promise<void>;
}

export async function startArtifactServer(): Promise<ArtifactServer> {
  const kept = new Map<string, Buffer>();
  const server = createServer(({ url = '' }, response) => {
    const content = kept.get(url.slice(1));
    response.writeHead(content ? 200 : 404, { 'content-type': 'application/gzip' });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the artifact server has no port');
  return {
    keep: (path, content) => {
      kept.set(path, content);
      return `http://127.0.0.1:${address.port}/${path}`;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
