/**
 * How often a failed sync is tried again: five times within about five minutes.
 *
 * Not for ever: while Argo CD tries again it keeps to the old commit, and so would not see the one that mends it.
 */
const RETRY = { limit: 5, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } } as const;

/** Syncs by itself, prunes what left the tree, puts back what was changed; namespaces are ours to make. */
export function syncPolicy(...options: readonly string[]) {
  return {
    automated: { prune: true, selfHeal: true },
    syncOptions: ['CreateNamespace=false', 'ServerSideApply=true', ...options],
    retry: RETRY,
  };
}

/**
 * Annotations of every Application: the API server itself says what would change, so that nothing that it defaults looks
 * like a change.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/diff-strategies/
 */
export const COMPARE_ON_SERVER = { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' } as const;

/**
 * Annotations of an Application that reads a folder: commits that touch nothing in it do not make it work.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/high_availability/#manifest-paths-annotation
 */
export const ONLY_OWN_FOLDER = { 'argocd.argoproj.io/manifest-generate-paths': '.' } as const;
