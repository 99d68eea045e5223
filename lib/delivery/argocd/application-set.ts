import type { ApplicationSetSpec } from '../../../imports/argoproj.io.types';
import type { Json } from '../../core/json';
import type { KubeObject } from '../../objects/kube-object';
import type { GraphNode } from '../graph/component-graph';
import type { ScaledWorkload } from '../graph/scaled-components';
import { CLUSTER_LABEL, MANAGED_BY, WAVE_LABEL } from '../labels';
import { applicationBody, FINALIZERS } from './application';
import { applicationName } from './application-name';
import type { HubPlace } from './hub-place';

/**
 * The Applications of a cluster with `order: strict`: RollingSync syncs a wave only when all waves before it are synced
 * and healthy, at later commits too.
 *
 * Each element carries its whole Application as a patch, so that the template has nothing to decide. The set itself is
 * guarded: its deletion would delete the Applications, and they what they delivered.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Progressive-Syncs/
 */
export function applicationSet(
  place: HubPlace,
  nodes: readonly GraphNode[],
  scaled: ReadonlyMap<string, readonly ScaledWorkload[]>,
): KubeObject {
  const { cluster, hub } = place;
  const waves = [...new Set(nodes.map(({ wave }) => String(wave)))];
  const spec = {
    goTemplate: true,
    goTemplateOptions: ['missingkey=error'],
    generators: [{ list: { elements: nodes.map((node) => element(place, node, scaled.get(node.name) ?? [])) } }],
    strategy: {
      type: 'RollingSync',
      rollingSync: {
        steps: waves.map((wave) => ({ matchExpressions: [{ key: WAVE_LABEL, operator: 'In', values: [wave] }] })),
      },
    },
    template: {
      metadata: { name: '{{ .name }}', finalizers: FINALIZERS },
      spec: { project: cluster.name, destination: { name: cluster.delivery.destination } },
    },
    templatePatch: '{{ toJson .application }}',
  } satisfies ApplicationSetSpec;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name: cluster.name,
      namespace: hub.delivery.namespace,
      labels: { ...MANAGED_BY, [CLUSTER_LABEL]: cluster.name },
      annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' },
    },
    spec,
  };
}

/** The patch leaves out what the template has: finalizers of a patch would be added to those of the template. */
function element(place: HubPlace, node: GraphNode, scaled: readonly ScaledWorkload[]): Json {
  const { metadata, spec } = applicationBody(place, node, scaled);
  const labels = { ...metadata.labels, [WAVE_LABEL]: String(node.wave) };
  return {
    name: applicationName(place.cluster.name, node.name),
    application: { metadata: { labels, annotations: metadata.annotations }, spec },
  };
}
