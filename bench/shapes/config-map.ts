import { type App, metadataOf, type Settings } from './app';
import type { Manifest } from './manifest';

/** The facts as environment variables, and a file of some forty lines as servers have it. */
export function configMap(app: App): Manifest {
  const data = { ...factVariables(app.settings), 'server.properties': properties(app.name) };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadataOf(app), data };
}

/** The entries that differ between clusters: `FLEET_REGION` and its like. */
export function factVariables(settings: Settings): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).map(([fact, value]) => [`FLEET_${fact.toUpperCase()}`, value]));
}

function properties(name: string): string {
  const topics = ['orders', 'payments', 'stock', 'customers', 'shipping', 'returns', 'invoices', 'prices'];
  return [
    `# settings of ${name}`,
    `server.name=${name}`,
    'server.threads=16',
    'server.queue=1024',
    'server.shutdown.grace=25s',
    'log.format=json',
    'log.level=info',
    `database.url=postgresql://${name}-database:5432/${name}`,
    'database.pool.min=4',
    'database.pool.max=32',
    'cache.url=redis://cache:6379',
    'cache.ttl=300s',
    ...topics.flatMap((topic) => [
      `topic.${topic}.name=harbour.${topic}.v1`,
      `topic.${topic}.partitions=12`,
      `topic.${topic}.retention=168h`,
    ]),
    '',
  ].join('\n');
}
