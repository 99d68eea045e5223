/** Where a GitOps engine finds `dist`. */
export type Source = GitSource | OciSource;

export interface GitSource {
  readonly git: {
    readonly url: string;
    /** A fully qualified ref (`refs/heads/main`, `refs/tags/v1`) or a commit. */
    readonly revision: string;
    /** Folder of the output inside the repository: `dist`, or `.` for a repository that only holds it. */
    readonly path: string;
    /** Name of the existing Secret with credentials, in the engine’s namespace. */
    readonly secretRef?: string;
  };
}

/** For Flux only: `dist` (or one cluster’s folder of it) pushed as an OCI artifact. */
export interface OciSource {
  readonly oci: {
    /** `oci://registry/path`. */
    readonly url: string;
    readonly tag: string;
    /** Folder of the output inside the artifact. @default . */
    readonly path: string;
    readonly secretRef?: string;
  };
}

/** What syncs a cluster: `none` means a person with `kubectl apply -k`. */
export const ENGINES = ['argocd', 'flux', 'none'] as const;
export type Engine = (typeof ENGINES)[number];

/** One file an object, or one multi-document file a component. */
export const GRAINS = ['object', 'component'] as const;

/** Whether the order of components holds for the first sync only, or for later commits too. */
export const ORDERS = ['relaxed', 'strict'] as const;

/** How components reach a cluster. */
export interface Delivery {
  readonly engine: Engine;
  /** Whether an Argo CD runs here that may manage other clusters. @default false */
  readonly hub: boolean;
  /** The hub that manages this cluster; absent on a hub itself. Argo CD only. */
  readonly managedBy?: string;
  /** One file an object, or one multi-document file a component. @default object */
  readonly grain: (typeof GRAINS)[number];
  /** `strict` orders later commits too (Argo CD: ApplicationSet with RollingSync). @default relaxed */
  readonly order: (typeof ORDERS)[number];
  /** Namespace of the engine. @default argocd or flux-system; empty without an engine */
  readonly namespace: string;
  /** How the hub addresses this cluster: the name of its cluster Secret. @default in-cluster on a hub, else the cluster’s name */
  readonly destination: string;
  /** Flux: ServiceAccount that applies the components. @default the controller’s own */
  readonly serviceAccount?: string;
  /** @default the fleet’s source */
  readonly source: Source;
}
