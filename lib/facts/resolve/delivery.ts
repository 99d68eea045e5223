import type { Delivery, Engine, Source } from '../delivery';
import type { ClusterFacts } from '../schema/fleet-file';
import type { Missing } from './missing';

type DeliveryFacts = NonNullable<ClusterFacts['delivery']>;

/** Where each engine is installed by its own documentation; nowhere without an engine. */
const NAMESPACES: Readonly<Record<Engine, string>> = { argocd: 'argocd', flux: 'flux-system', none: '' };

/** The name by which an Argo CD addresses the cluster that it runs in. */
const IN_CLUSTER = 'in-cluster';

/** Completes how components reach a cluster. */
export function resolveDelivery(name: string, facts: DeliveryFacts = {}, missing: Missing): Delivery | undefined {
  const engine = facts.engine ?? missing(['delivery', 'engine']);
  const source = resolveSource(facts.source, missing);
  if (!engine || !source) return undefined;
  const { hub = false, managedBy, serviceAccount } = facts;
  return {
    engine,
    hub,
    ...(managedBy !== undefined && { managedBy }),
    grain: facts.grain ?? 'object',
    order: facts.order ?? 'relaxed',
    namespace: facts.namespace ?? NAMESPACES[engine],
    destination: facts.destination ?? (hub ? IN_CLUSTER : name),
    ...(serviceAccount !== undefined && { serviceAccount }),
    source,
  };
}

function resolveSource(facts: DeliveryFacts['source'], missing: Missing): Source | undefined {
  if (facts?.git) return gitSource(facts.git, missing);
  if (facts?.oci) return ociSource(facts.oci, missing);
  return missing(['delivery', 'source']);
}

function gitSource(
  git: NonNullable<NonNullable<DeliveryFacts['source']>['git']>,
  missing: Missing,
): Source | undefined {
  const base = ['delivery', 'source', 'git'];
  const url = git.url ?? missing([...base, 'url']);
  const revision = git.revision ?? missing([...base, 'revision']);
  const path = git.path ?? missing([...base, 'path']);
  if (url === undefined || revision === undefined || path === undefined) return undefined;
  return { git: { url, revision, path, ...(git.secretRef !== undefined && { secretRef: git.secretRef }) } };
}

function ociSource(
  oci: NonNullable<NonNullable<DeliveryFacts['source']>['oci']>,
  missing: Missing,
): Source | undefined {
  const base = ['delivery', 'source', 'oci'];
  const url = oci.url ?? missing([...base, 'url']);
  const tag = oci.tag ?? missing([...base, 'tag']);
  if (url === undefined || tag === undefined) return undefined;
  return { oci: { url, tag, path: oci.path ?? '.', ...(oci.secretRef !== undefined && { secretRef: oci.secretRef }) } };
}
