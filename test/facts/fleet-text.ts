const SOURCE = 'source: { git: { url: https://git.example.com/fleet.git, revision: refs/heads/main, path: dist } }';

/** A fleet file whose first two lines name the fleet and its source. */
export function fleetText(rest: string): string {
  return `fleet: harbour\n${SOURCE}\n${rest.replace(/^\n/, '')}`;
}

/** What a cluster must state, for the inside of braces. */
export const REQUIRED = 'platform: kubeadm, kubernetes: "1.35", delivery: { engine: flux }';

/** A fleet with one cluster on line 4; the text is more of it, for the inside of braces. */
export function clusterText(more: string): string {
  return fleetText(`clusters:\n  eu: { ${REQUIRED}, ${more} }\n`);
}

/** A fleet with one node pool on line 4; the text is more of it, for the inside of braces. */
export function poolText(more: string): string {
  return fleetText(`clusters:\n  eu: { ${REQUIRED}, zones: [a, b], nodePools: { general: { ${more} } } }\n`);
}
