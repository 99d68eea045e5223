/** A Go module at a pinned version, as `go mod download` takes it. */
export interface GoModule {
  readonly module: string;
  readonly version: string;
}

/** The newest supported minor: the wire types of `imports/k8s.ts` describe it. */
export const KUBERNETES: GoModule = { module: 'k8s.io/kubernetes', version: 'v1.36.3' };
