/** What the size of a cluster decides: replicas and requests of each app. */
export interface Scale {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** CPU request of a replica, a Kubernetes quantity. */
  readonly cpu: string;
  /** Memory request and limit of a replica, a Kubernetes quantity. */
  readonly memory: string;
}

export const SIZES = ['small', 'medium', 'large'] as const;
export type Size = (typeof SIZES)[number];

const SCALES: Readonly<Record<Size, Scale>> = {
  small: { minReplicas: 2, maxReplicas: 4, cpu: '100m', memory: '128Mi' },
  medium: { minReplicas: 3, maxReplicas: 12, cpu: '250m', memory: '256Mi' },
  large: { minReplicas: 6, maxReplicas: 40, cpu: '500m', memory: '512Mi' },
};

/** @param size - absent for an app that does not look at the size of its cluster. */
export function scaleOf(size: string | undefined): Scale {
  return SCALES[SIZES.find((known) => known === size) ?? 'medium'];
}
