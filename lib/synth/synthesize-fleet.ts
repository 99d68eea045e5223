import { relative, sep } from 'node:path';
import { compareText } from '../core/compare';
import { compareFindings, type Finding, hasErrors } from '../core/finding';
import { deliverCluster } from '../delivery/deliver-cluster';
import type { FleetView } from '../delivery/fleet-view';
import type { Cluster } from '../facts/cluster';
import { readFleet } from '../facts/read-fleet';
import { defaultClassFindings } from '../objects/default-storage-class';
import { compareTree } from '../output/compare-tree';
import { openTree } from '../output/open-tree';
import type { TreeSink } from '../output/tree-sink';
import { componentRenderer } from '../render/component-renderer';
import type { RenderedComponent } from '../render/rendered-component';
import { duplicateComponents } from './component-findings';
import { duplicateObjects } from './duplicate-objects';
import { runScope, withinScope } from './run-scope';
import { selectClusters } from './select-clusters';
import type { SynthesisRequest, SynthesisResult } from './synthesis';
import { writeDelivery } from './write-delivery';

/**
 * One run: reads the fleet, then renders and delivers cluster by cluster and hands each cluster's files over as it goes,
 * so that no run holds a whole fleet in memory. Errors discard what was handed over.
 *
 * @throws {BayplanError} `unwritable-output` or `file-collision`; then the output folder is as it was.
 */
export function synthesizeFleet(request: SynthesisRequest): SynthesisResult {
  const display = relative(request.folders.project, request.fleetFile).split(sep).join('/');
  const { fleet, findings } = readFleet(request.fleetFile, display);
  const unreadable = findings.some(({ check }) => check === 'unreadable-file' || check === 'invalid-yaml');
  if (!fleet) return { findings, unreadable, clusters: 0, objects: 0 };
  const { selected, findings: unknown } = selectClusters(fleet.clusters, request.clusters ?? []);
  const early = [...unknown, ...duplicateComponents(request.components)];
  if (early.length > 0) return { findings: early.toSorted(compareFindings), unreadable, clusters: 0, objects: 0 };
  const view: FleetView = { ...fleet, components: request.components.map(({ name }) => name) };
  const { clusters, scope } = runScope(fleet.clusters, selected);
  const sink = request.check ? compareTree(request.out, scope) : openTree(request.out, scope);
  try {
    return { ...synthesizeClusters(request, view, clusters, withinScope(sink, scope)), unreadable };
  } finally {
    sink.discard();
  }
}

function synthesizeClusters(
  request: SynthesisRequest,
  fleet: FleetView,
  clusters: readonly Cluster[],
  sink: TreeSink,
): Omit<SynthesisResult, 'unreadable'> {
  const components = request.components.toSorted((a, b) => compareText(a.name, b.name));
  const options = { share: request.share ?? true, ...request.folders };
  const renderers = components.map((component) => ({ component, render: componentRenderer(component, options) }));
  const findings: Finding[] = [];
  let objects = 0;
  for (const [done, cluster] of clusters.entries()) {
    const results = renderers
      .filter(({ component }) => component.selects(cluster))
      .map(({ render }) => render(cluster));
    const own = [...results.flatMap((result) => result.findings)];
    // A component that failed looks like one that brings nothing: whatever relies on it would be told to be wrong, too.
    if (!results.some((result) => result.rendered.objects.length === 0 && hasErrors(result.findings))) {
      const rendered = results.map((result) => result.rendered);
      const delivery = deliverCluster(fleet, cluster, rendered);
      own.push(...clusterFindings(cluster, rendered), ...delivery.findings);
      if (!hasErrors(own)) objects += writeDelivery(cluster.name, delivery, sink);
    }
    findings.push(...own);
    request.onProgress?.(done + 1, clusters.length);
  }
  findings.sort(compareFindings);
  const counted = { findings, clusters: clusters.length, objects };
  if (hasErrors(findings)) return counted;
  return { ...counted, changes: sink.commit() };
}

/** What only the objects of all components together tell. */
function clusterFindings(cluster: Cluster, components: readonly RenderedComponent[]): readonly Finding[] {
  const objects = components.flatMap((component) => component.objects);
  return [...duplicateObjects(cluster.name, components), ...defaultClassFindings(cluster, objects)];
}
