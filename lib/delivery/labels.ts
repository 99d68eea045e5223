/** Who made an object. */
export const MANAGED_BY = { 'app.kubernetes.io/managed-by': 'bayplan' } as const;

/** The cluster that an Application is about. */
export const CLUSTER_LABEL = 'bayplan/cluster';

/** The component that an Application or Kustomization delivers. */
export const COMPONENT_LABEL = 'bayplan/component';

/** The wave of an Application. */
export const WAVE_LABEL = 'bayplan/wave';
