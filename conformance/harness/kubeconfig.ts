/** A kubeconfig for one API server on loopback; it trusts the server because nothing else can listen there. */
export function kubeconfig(port: number, token: string): string {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'bayplan',
    clusters: [{ name: 'bayplan', cluster: { server: `https://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'bayplan', user: { token } }],
    contexts: [{ name: 'bayplan', context: { cluster: 'bayplan', user: 'bayplan' } }],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** The port in a kubeconfig that `kubeconfig` made. */
export function portOf(text: string): number {
  const { clusters } = JSON.parse(text) as {
    readonly clusters: readonly [{ readonly cluster: { readonly server: string } }];
  };
  return Number(new URL(clusters[0].cluster.server).port);
}
