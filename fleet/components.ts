import { boutique } from './components/boutique';
import { certManager } from './components/cert-manager';
import { certManagerNamespace } from './components/cert-manager-namespace';
import { clusterAutoscaler } from './components/cluster-autoscaler';
import { housekeeping } from './components/housekeeping';
import { issuers } from './components/issuers';
import { metricsServer } from './components/metrics-server';
import { monitoring } from './components/monitoring';
import { nodeExporter } from './components/node-exporter';
import { storage } from './components/storage';
import { tutorial } from './components/tutorial';

/** What the clusters of the fleet may get; each component says which of them do. */
export const components = [
  boutique,
  certManager,
  certManagerNamespace,
  clusterAutoscaler,
  housekeeping,
  issuers,
  metricsServer,
  monitoring,
  nodeExporter,
  storage,
  tutorial,
];
