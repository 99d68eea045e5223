import type { Component, HelmChart } from '../../render/component';

/**
 * A pinned chart as the source of an Application. A registry is written without its scheme: that is how Argo CD knows
 * it from a Helm repository.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/helm/
 */
export function chartSource({ name }: Component, { repository, chart, version, releaseName, values }: HelmChart) {
  return {
    repoURL: chartRepository(repository),
    chart,
    targetRevision: version,
    helm: { releaseName: releaseName ?? name, ...(values ? { valuesObject: values } : {}) },
  };
}

/** The address of a chart’s repository as Argo CD writes it. */
export function chartRepository(repository: string): string {
  return repository.replace(/^oci:\/\//, '').replace(/\/$/, '');
}
