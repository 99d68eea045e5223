import type { HelmRepositorySpec, OciRepositorySpec } from '../../../imports/source.toolkit.fluxcd.io';
import type { Cluster } from '../../facts/cluster';
import type { KubeObject } from '../../objects/kube-object';
import type { HelmChart } from '../../render/component';
import type { GraphNode } from '../graph/component-graph';
import type { HelmRelease, HelmReleaseSpec } from '../helm-release';
import { COMPONENT_LABEL, MANAGED_BY } from '../labels';
import type { Wire } from '../wire';

const SOURCES = 'source.toolkit.fluxcd.io/v1';
const INTERVAL = '1h';

/** How Flux takes the chart out of an OCI artifact. @see https://fluxcd.io/flux/components/helm/helmreleases/#chart-reference */
const CHART_LAYER = { mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip', operation: 'copy' } as const;

/**
 * A pinned chart for Flux: where it comes from, and its release.
 *
 * Definitions of the chart are brought up to date with it, and what somebody changes is put back, as Argo CD does. All
 * lies in the engine’s namespace, so that no reference crosses namespaces; Helm keeps its records beside what it installs.
 */
export function helmObjects(cluster: Cluster, node: GraphNode, chart: HelmChart): readonly KubeObject[] {
  const { namespace, serviceAccount } = cluster.delivery;
  const metadata = { name: node.name, namespace, labels: { ...MANAGED_BY, [COMPONENT_LABEL]: node.name } };
  const target = node.rendered.component.namespace?.name ?? namespace;
  const isOci = chart.repository.startsWith('oci://');
  const spec = {
    interval: INTERVAL,
    timeout: '5m',
    releaseName: chart.releaseName ?? node.name,
    targetNamespace: target,
    storageNamespace: target,
    ...(serviceAccount === undefined ? {} : { serviceAccountName: serviceAccount }),
    ...(isOci ? { chartRef: { kind: 'OCIRepository', name: node.name } } : { chart: { spec: chartSpec(node, chart) } }),
    install: { crds: 'CreateReplace', remediation: { retries: 3 } },
    upgrade: { crds: 'CreateReplace', remediation: { retries: 3 } },
    driftDetection: { mode: 'enabled' },
    ...(chart.values ? { values: chart.values } : {}),
  } satisfies HelmReleaseSpec;
  const release = {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata,
    spec,
  } satisfies HelmRelease;
  return [isOci ? chartArtifact(metadata, chart) : helmRepository(metadata, chart), release];
}

function chartSpec({ name }: GraphNode, { chart, version }: HelmChart) {
  return { chart, version, sourceRef: { kind: 'HelmRepository', name } } as const;
}

function helmRepository(metadata: KubeObject['metadata'], { repository }: HelmChart): KubeObject {
  const spec = { interval: INTERVAL, url: repository } satisfies Wire<HelmRepositorySpec>;
  return { apiVersion: SOURCES, kind: 'HelmRepository', metadata, spec };
}

/** A version is a tag, in which `+` is not allowed: Helm writes `_` for it. @see https://helm.sh/docs/topics/registries/ */
function chartArtifact(metadata: KubeObject['metadata'], { repository, chart, version }: HelmChart): KubeObject {
  const spec = {
    interval: INTERVAL,
    url: `${repository.replace(/\/$/, '')}/${chart}`,
    ref: { tag: version.replaceAll('+', '_') },
    layerSelector: CHART_LAYER,
  } satisfies Wire<OciRepositorySpec>;
  return { apiVersion: SOURCES, kind: 'OCIRepository', metadata, spec };
}
