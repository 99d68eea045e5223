/** Context key under which rendering hands the cluster’s facts to constructs. */
export const CLUSTER_CONTEXT = 'bayplan:cluster';

/** Metadata key under which a construct leaves findings for rendering to collect. */
export const FINDING_METADATA = 'bayplan:finding';
