import { linesOf } from './finding-lines';
import { fleetText } from './fleet-text';

const rows = [
  {
    name: 'a hub that does not exist',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, managedBy: opps } }\n',
    ),
    want: [
      'fleet.yaml:5:84: error: clusters.eu.delivery.managedBy: "opps" is no cluster of the fleet, hubs are ops; did you mean "ops"? [unknown-hub]',
    ],
  },
  {
    name: 'a hub that is far from any',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, managedBy: berlin } }\n',
    ),
    want: [
      'fleet.yaml:5:84: error: clusters.eu.delivery.managedBy: "berlin" is no cluster of the fleet, hubs are ops; name a cluster with hub: true [unknown-hub]',
    ],
  },
  {
    name: 'a hub that is none',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: flux } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, managedBy: ops } }\n',
    ),
    want: [
      'fleet.yaml:5:84: error: clusters.eu.delivery.managedBy: "ops" is no hub, the fleet has no hub; add hub: true to the delivery of ops, or name a hub [unknown-hub]',
    ],
  },
  {
    name: 'a cluster that manages itself',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, managedBy: eu } }\n',
    ),
    want: [
      'fleet.yaml:5:84: error: clusters.eu.delivery.managedBy: "eu" is the cluster itself, hubs are ops; add hub: true to the delivery of eu, or name a hub [unknown-hub]',
    ],
  },
  {
    name: 'a chain of hubs',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true, managedBy: ops } }\n',
    ),
    want: [
      'fleet.yaml:5:95: error: clusters.eu.delivery.managedBy: the cluster is a hub, hubs manage themselves: no chains; remove managedBy or hub; null removes what a lower layer says [conflicting-facts]',
    ],
  },
  {
    name: 'argocd without a hub',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd } }\n',
    ),
    want: [
      'fleet.yaml:5:45: error: clusters.eu.delivery.managedBy: engine argocd, but the cluster is neither a hub nor managed by one; add managedBy with the name of a hub, or hub: true where Argo CD runs [missing-key]',
    ],
  },
  {
    name: 'managedBy with flux',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: flux, managedBy: ops } }\n',
    ),
    want: [
      'fleet.yaml:5:71: error: clusters.eu.delivery.managedBy: only the engine argocd knows it, eu has flux; remove it, or write engine: argocd; null in the cluster removes what a lower layer says [conflicting-facts]',
    ],
  },
  {
    name: 'a hub without an engine',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: none, hub: true } }\n',
    ),
    want: [
      'fleet.yaml:5:71: error: clusters.eu.delivery.hub: only the engine argocd knows it, eu has none; remove it, or write engine: argocd; null in the cluster removes what a lower layer says [conflicting-facts]',
    ],
  },
  {
    name: 'a destination with flux',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: flux, destination: eu } }\n',
    ),
    want: [
      'fleet.yaml:5:71: error: clusters.eu.delivery.destination: only the engine argocd knows it, eu has flux; remove it, or write engine: argocd; null in the cluster removes what a lower layer says [conflicting-facts]',
    ],
  },
  {
    name: 'a service account with argocd',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, managedBy: ops, serviceAccount: deployer } }\n',
    ),
    want: [
      'fleet.yaml:5:89: error: clusters.eu.delivery.serviceAccount: only the engine flux knows it, eu has argocd; remove it, or write engine: flux; null in the cluster removes what a lower layer says [conflicting-facts]',
    ],
  },
  {
    name: 'an OCI source with argocd',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, managedBy: ops, source: { oci: { url: oci://registry.example.com/fleet, tag: main } } } }\n',
    ),
    want: [
      'fleet.yaml:5:99: error: clusters.eu.delivery.source.oci: only the engine flux knows it, eu has argocd; remove it, or write engine: flux; null in the cluster removes what a lower layer says [conflicting-facts]',
    ],
  },
  {
    name: 'an OCI source of the fleet with argocd',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, managedBy: ops } }\n',
    ).replace(/source: .*/, 'source: { oci: { url: oci://registry.example.com/fleet, tag: main } }'),
    want: [
      'fleet.yaml:2:11: error: source.oci: only the engine flux knows it, ops has argocd (clusters ops, eu); remove it, or write engine: flux; null in the cluster removes what a lower layer says [conflicting-facts]',
    ],
  },
  {
    name: 'two kinds of source',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: flux, source: { git: { path: dist }, oci: { url: oci://registry.example.com/fleet, tag: main } } } }\n',
    ),
    want: [
      'fleet.yaml:5:102: error: clusters.eu.delivery.source.oci: git and oci stand side by side, a source is one of the two; remove one [conflicting-facts]',
    ],
  },
  {
    name: 'one destination for two clusters',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, managedBy: ops, destination: us } }\n  us: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, managedBy: ops } }\n',
    ),
    want: [
      'fleet.yaml:5:102: error: clusters.eu.delivery.destination: "us" is the destination of us too, each cluster of a hub needs its own; name the cluster’s own Secret [duplicate-name]',
    ],
  },
  {
    name: 'the hub’s own destination',
    yaml: fleetText(
      'clusters:\n  ops: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, hub: true } }\n  eu: { platform: kind, kubernetes: "1.35", delivery: { engine: argocd, managedBy: ops, destination: in-cluster } }\n',
    ),
    want: [
      'fleet.yaml:5:102: error: clusters.eu.delivery.destination: "in-cluster" is the destination of ops too, each cluster of a hub needs its own; name the cluster’s own Secret [duplicate-name]',
    ],
  },
];

test.each(rows)('judges delivery: $name', ({ yaml, want }) => expect(linesOf(yaml)).toEqual(want));
