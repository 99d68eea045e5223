import type { Construct } from 'constructs';
import type { TopologySelectorTerm } from '../../../imports/k8s';
import { clusterOf } from '../cluster-of';
import { checkedLabels } from '../validation/checked-labels';
import { misuse } from '../validation/misuse';

/** Where volumes may be made. */
export interface TopologyProps {
  /** Zones of the cluster; the label that the driver calls them by is known. @default all */
  readonly zones?: readonly string[];
  /** As `zones`, by any labels: values by key, all of which one term asks for. Several terms are alternatives. */
  readonly allowedTopologies?: readonly Readonly<Record<string, readonly string[]>>[];
}

/** The label that says in which zone a driver’s volumes are. Facts of the cluster go first. */
const ZONE_KEYS: Readonly<Record<string, string>> = {
  'cinder.csi.openstack.org': 'topology.cinder.csi.openstack.org/zone',
  'csi.vsphere.vmware.com': 'topology.csi.vmware.com/zone',
  'disk.csi.azure.com': 'topology.disk.csi.azure.com/zone',
  'ebs.csi.aws.com': 'topology.ebs.csi.aws.com/zone',
  'kubernetes.io/no-provisioner': 'topology.kubernetes.io/zone',
  'pd.csi.storage.gke.io': 'topology.gke.io/zone',
};

/**
 * Allowed topologies in wire form.
 *
 * @throws {BayplanError} `unknown-zone`, or `invalid-props` for both ways at once and for terms that nothing meets.
 */
export function topologies(
  scope: Construct,
  provisioner: string,
  { zones, allowedTopologies }: TopologyProps,
): readonly TopologySelectorTerm[] | undefined {
  if (zones && allowedTopologies) {
    misuse(scope, 'the class has zones and allowedTopologies', 'keep one of them');
  }
  if (zones) return [zoneTerm(scope, provisioner, zones)];
  if (!allowedTopologies) return undefined;
  if (allowedTopologies.length === 0) {
    misuse(scope, 'allowedTopologies is an empty list', 'give a term, or leave it out: everywhere is allowed then');
  }
  return allowedTopologies.map((term) => wireTerm(scope, term));
}

function zoneTerm(scope: Construct, provisioner: string, zones: readonly string[]): TopologySelectorTerm {
  const cluster = clusterOf(scope);
  if (zones.length === 0) misuse(scope, 'zones is an empty list', 'give a zone, or leave it out: all are allowed then');
  for (const zone of zones) {
    if (cluster.zones.includes(zone)) continue;
    const fix = `use zones of the cluster: ${cluster.zones.join(', ') || 'it has none'}`;
    misuse(scope, `the class allows the zone "${zone}"`, fix, 'unknown-zone');
  }
  const key = cluster.volumeDrivers[provisioner]?.topologyKey ?? ZONE_KEYS[provisioner];
  if (key === undefined) {
    const fix = 'give allowedTopologies, or topologyKey of the driver in fleet.yaml';
    return misuse(scope, `the class allows zones, and the label that ${provisioner} calls them by is not known`, fix);
  }
  return { matchLabelExpressions: [{ key, values: zones }] };
}

function wireTerm(scope: Construct, term: Readonly<Record<string, readonly string[]>>): TopologySelectorTerm {
  const entries = Object.entries(term);
  if (entries.length === 0) {
    misuse(scope, 'a term of allowedTopologies is empty', 'give a label: nothing meets an empty term');
  }
  for (const [key, values] of entries) {
    if (values.length === 0) misuse(scope, `allowedTopologies has no values for ${key}`, 'give at least one');
    for (const value of values) checkedLabels(scope, 'allowedTopologies', { [key]: value });
    if (new Set(values).size === values.length) continue;
    misuse(scope, `allowedTopologies has a value twice for ${key}`, 'keep one of them', 'duplicate-name');
  }
  return { matchLabelExpressions: entries.map(([key, values]) => ({ key, values })) };
}
