/** A program that judges, built from its Go module. */
export interface Tool {
  /** Name of the binary. */
  readonly name: string;
  /** Folder below `conformance/tools` whose `go.mod` pins the module and all that it needs. */
  readonly folder: string;
  /** Version of the module, without `v`: part of the place in the cache. */
  readonly version: string;
  /** Go package of the binary. */
  readonly package: string;
  /** Variables that the linker sets, so that the program states its version. @default {} */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Kubernetes minors whose control plane is built. */
export const MINORS = ['1.34', '1.36'] as const;
export type Minor = (typeof MINORS)[number];

const RELEASES: Readonly<Record<Minor, string>> = { '1.34': '1.34.4', '1.36': '1.36.3' };

/** The release of Kubernetes that stands for a minor. */
export function releaseOf(minor: Minor): string {
  return RELEASES[minor];
}

/** What a control plane of Kubernetes consists of, but for etcd. */
const CONTROL_PLANE = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'] as const;
type ControlPlaneProgram = (typeof CONTROL_PLANE)[number];

/** A program of the control plane of a minor. */
export function kubernetesTool(minor: Minor, name: ControlPlaneProgram): Tool {
  const [major, minorNumber = ''] = minor.split('.');
  const version = `k8s.io/component-base/version`;
  return {
    name,
    folder: `kubernetes-${minor}`,
    version: releaseOf(minor),
    package: `k8s.io/kubernetes/cmd/${name}`,
    variables: {
      [`${version}.gitVersion`]: `v${releaseOf(minor)}`,
      [`${version}.gitMajor`]: `${major}`,
      [`${version}.gitMinor`]: minorNumber,
    },
  };
}

/** The store of every control plane. */
export const ETCD: Tool = { name: 'etcd', folder: 'etcd', version: '3.7.3', package: 'go.etcd.io/etcd/server/v3' };

/** The client that people use. */
export const KUBECTL: Tool = {
  name: 'kubectl',
  folder: 'kubectl',
  version: '1.37.2',
  package: 'k8s.io/kubernetes/cmd/kubectl',
  variables: { 'k8s.io/component-base/version.gitVersion': 'v1.37.2' },
};

/** The controller of Flux that applies. */
export const KUSTOMIZE_CONTROLLER: Tool = {
  name: 'kustomize-controller',
  folder: 'kustomize-controller',
  version: '1.7.3',
  package: 'github.com/fluxcd/kustomize-controller',
};

/** All parts of Argo CD in one binary; `ARGOCD_BINARY_NAME` picks the part. */
export const ARGO_CD: Tool = {
  name: 'argocd',
  folder: 'argo-cd',
  version: '3.1.0',
  package: 'github.com/argoproj/argo-cd/v3/cmd',
};

/** Renders charts for Argo CD, which calls it by name. */
export const HELM: Tool = { name: 'helm', folder: 'helm', version: '3.22.0', package: 'helm.sh/helm/v3/cmd/helm' };

/** Judges configuration and rules of Prometheus. */
export const PROMTOOL: Tool = {
  name: 'promtool',
  folder: 'prometheus',
  version: '0.305.0',
  package: 'github.com/prometheus/prometheus/cmd/promtool',
};

/** Everything that the suite needs, in the order in which it is built. */
export const TOOLS: readonly Tool[] = [
  ETCD,
  ...MINORS.flatMap((minor) => CONTROL_PLANE.map((name) => kubernetesTool(minor, name))),
  KUBECTL,
  KUSTOMIZE_CONTROLLER,
  PROMTOOL,
  ARGO_CD,
  HELM,
];
