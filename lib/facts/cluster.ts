import type { Delivery } from './delivery';
import type { NodePool, Resources } from './node-pool';

/** The Kubernetes minors that Bayplan knows, oldest first. */
export const KUBERNETES_MINORS = ['1.33', '1.34', '1.35', '1.36'] as const;
export type KubernetesMinor = (typeof KUBERNETES_MINORS)[number];

export const PLATFORMS = ['eks', 'gke', 'aks', 'openshift', 'kubeadm', 'k3s', 'kind'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Bounds of the cluster autoscaler over all pools; unset means unlimited. */
export interface AutoscalerTotals {
  /** Most nodes, control plane and unmanaged ones included. */
  readonly maxNodesTotal?: number;
  /** Cores over all nodes. */
  readonly cores?: { readonly min: number; readonly max: number };
  /** GiB over all nodes. */
  readonly memory?: { readonly min: number; readonly max: number };
}

/** A CSI driver that runs in the cluster. */
export interface VolumeDriver {
  /** Most volumes attached to one node; absent means that the driver states none. */
  readonly attachLimit?: number;
  /** Label of the node that says where its volumes live, such as `topology.ebs.csi.aws.com/zone`. */
  readonly topologyKey?: string;
}

/** A pod that the platform runs on every matching node. */
export interface ReservedPod {
  readonly name: string;
  readonly requests: Resources;
  /** Labels that a node must have. @default every node */
  readonly nodeSelector: Readonly<Record<string, string>>;
}

/** What runs in the cluster and is not ours. */
export interface Reserved {
  readonly daemonSets: readonly ReservedPod[];
  readonly staticPods: readonly ReservedPod[];
  /** Load of others by pool: resources over all nodes of the pool. */
  readonly foreignLoad: Readonly<Record<string, Resources>>;
}

/** A webhook that changes pods, declared because synthesis cannot see it. */
export interface Mutator {
  /** Labels of the namespaces whose pods it changes. */
  readonly namespaceSelector: Readonly<Record<string, string>>;
  /** The container that it adds. */
  readonly sidecar: { readonly name: string; readonly requests: Resources; readonly limits?: Resources };
}

/** Where images come from. */
export interface Images {
  /** Registry by registry: `docker.io` to `mirror.example.com/docker.io`. */
  readonly registries: Readonly<Record<string, string>>;
  /** Digest by image with tag: `nginx:1.29` to `sha256:…`. */
  readonly digests: Readonly<Record<string, string>>;
}

/** An object or API that exists without us and that others may rely on. */
export interface External {
  /** @default any version and group */
  readonly apiVersion?: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** Whether it is the default of its kind, as one StorageClass of a cluster is. @default false */
  readonly default?: boolean;
}

/** One Kubernetes cluster, as the layers of `fleet.yaml` (defaults < tier < cluster) describe it. */
export interface Cluster {
  readonly name: string;
  readonly tier?: string;
  readonly kubernetes: KubernetesMinor;
  readonly featureGates: Readonly<Record<string, boolean>>;
  readonly platform: Platform;
  readonly region?: string;
  readonly zones: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly delivery: Delivery;
  readonly nodePools: Readonly<Record<string, NodePool>>;
  readonly autoscaler: AutoscalerTotals;
  /** By driver name, such as `ebs.csi.aws.com`. */
  readonly volumeDrivers: Readonly<Record<string, VolumeDriver>>;
  readonly reserved: Reserved;
  readonly mutators: Readonly<Record<string, Mutator>>;
  readonly images: Images;
  readonly externals: readonly External[];
}
