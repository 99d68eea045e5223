/**
 * The part of `helm.toolkit.fluxcd.io/v2` HelmRelease that Bayplan writes.
 *
 * Written by hand: helm-controller publishes no CRD that `npm run imports` could read.
 *
 * @see https://fluxcd.io/flux/components/helm/api/v2/
 */
export interface HelmRelease {
  readonly apiVersion: 'helm.toolkit.fluxcd.io/v2';
  readonly kind: 'HelmRelease';
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>> | undefined;
    readonly annotations?: Readonly<Record<string, string>> | undefined;
  };
  readonly spec: HelmReleaseSpec;
}

/** Exactly one of `chart` and `chartRef`. Durations are Go durations such as `10m`. */
export type HelmReleaseSpec = HelmReleaseCommon &
  (
    | { readonly chart: HelmChartTemplate; readonly chartRef?: undefined }
    | { readonly chartRef: HelmChartRef; readonly chart?: undefined }
  );

/** The chart of a repository: the controller keeps a HelmChart object for it. */
export interface HelmChartTemplate {
  readonly spec: {
    readonly chart: string;
    /** A version or a semver range; ignored for Git sources. @default the newest */
    readonly version?: string | undefined;
    readonly sourceRef: {
      readonly kind: 'HelmRepository' | 'GitRepository' | 'Bucket';
      readonly name: string;
      /** @default the release’s own */
      readonly namespace?: string | undefined;
    };
    /** How often a new version is looked for. @default the release’s interval */
    readonly interval?: string | undefined;
    /** What makes the chart new. @default ChartVersion */
    readonly reconcileStrategy?: 'ChartVersion' | 'Revision' | undefined;
    /** Values files of the source, later ones win. @default the chart’s values.yaml */
    readonly valuesFiles?: readonly string[] | undefined;
  };
}

/** A chart that another object already fetches. */
export interface HelmChartRef {
  readonly kind: 'OCIRepository' | 'HelmChart';
  readonly name: string;
  /** @default the release’s own */
  readonly namespace?: string | undefined;
}

interface HelmReleaseCommon {
  readonly interval: string;
  /** For each Helm action and its waiting. @default 5m */
  readonly timeout?: string | undefined;
  /** At most 53 characters. @default `<targetNamespace>-<name>`, or the name alone without a target namespace */
  readonly releaseName?: string | undefined;
  /** @default the release’s own */
  readonly targetNamespace?: string | undefined;
  /** Where Helm keeps its records. @default the release’s own namespace */
  readonly storageNamespace?: string | undefined;
  readonly dependsOn?: readonly HelmReleaseDependency[] | undefined;
  /** ServiceAccount of the release’s namespace that Helm acts as. @default the controller’s own */
  readonly serviceAccountName?: string | undefined;
  /** Revisions that Helm keeps; 0 keeps all. @default 5 */
  readonly maxHistory?: number | undefined;
  /** @default false */
  readonly suspend?: boolean | undefined;
  readonly install?: HelmInstall | undefined;
  readonly upgrade?: HelmUpgrade | undefined;
  readonly uninstall?: HelmUninstall | undefined;
  readonly test?: { readonly enable: boolean } | undefined;
  readonly driftDetection?: HelmDriftDetection | undefined;
  /** Values from ConfigMaps and Secrets of the release’s namespace, later ones win, `values` wins over all. */
  readonly valuesFrom?: readonly HelmValuesReference[] | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
}

/** Another HelmRelease that has to be ready first. */
export interface HelmReleaseDependency {
  readonly name: string;
  /** @default the release’s own */
  readonly namespace?: string | undefined;
}

/** What Helm does with the chart’s `crds` folder. */
export type HelmCrdsPolicy = 'Skip' | 'Create' | 'CreateReplace';

export interface HelmInstall {
  /** @default Create */
  readonly crds?: HelmCrdsPolicy | undefined;
  /** @default false */
  readonly createNamespace?: boolean | undefined;
  readonly disableWait?: boolean | undefined;
  /** Retries after a failed install, uninstalling in between; -1 retries for ever. @default 0 retries */
  readonly remediation?: { readonly retries: number; readonly remediateLastFailure?: boolean | undefined } | undefined;
}

export interface HelmUpgrade {
  /** @default Skip */
  readonly crds?: HelmCrdsPolicy | undefined;
  readonly cleanupOnFail?: boolean | undefined;
  readonly disableWait?: boolean | undefined;
  /** Retries after a failed upgrade, rolling back in between; -1 retries for ever. @default 0 retries */
  readonly remediation?:
    | {
        readonly retries: number;
        readonly remediateLastFailure?: boolean | undefined;
        /** @default rollback */
        readonly strategy?: 'rollback' | 'uninstall' | undefined;
      }
    | undefined;
}

export interface HelmUninstall {
  readonly keepHistory?: boolean | undefined;
  /** @default background */
  readonly deletionPropagation?: 'background' | 'foreground' | 'orphan' | undefined;
}

/** Whether objects changed in the cluster are put back, and which fields are left to others. */
export interface HelmDriftDetection {
  /** @default disabled */
  readonly mode?: 'enabled' | 'warn' | 'disabled' | undefined;
  readonly ignore?: readonly HelmIgnoreRule[] | undefined;
}

export interface HelmIgnoreRule {
  /** JSON pointers. */
  readonly paths: readonly string[];
  /** @default every object */
  readonly target?:
    | {
        readonly group?: string | undefined;
        readonly version?: string | undefined;
        readonly kind?: string | undefined;
        readonly name?: string | undefined;
        readonly namespace?: string | undefined;
      }
    | undefined;
}

export interface HelmValuesReference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** @default values.yaml */
  readonly valuesKey?: string | undefined;
  /** Dotted path that takes the single value of the key. @default the key holds YAML that is merged at the root */
  readonly targetPath?: string | undefined;
  /** @default false */
  readonly optional?: boolean | undefined;
}
