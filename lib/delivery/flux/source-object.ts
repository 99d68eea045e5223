import type { GitRepositorySpec, OciRepositorySpec } from '../../../imports/source.toolkit.fluxcd.io';
import type { Cluster } from '../../facts/cluster';
import type { GitSource } from '../../facts/delivery';
import type { KubeObject } from '../../objects/kube-object';
import { DELIVERY } from '../delivery-name';
import { MANAGED_BY } from '../labels';
import { clusterPath, sourcePath } from '../paths';
import type { Wire } from '../wire';

const API_VERSION = 'source.toolkit.fluxcd.io/v1';
const INTERVAL = '1m';

/** Where Flux finds the tree: a Git repository or an OCI artifact, of which it keeps this cluster’s folder only. */
export function sourceObject({ name: cluster, delivery: { namespace, source } }: Cluster): KubeObject {
  const metadata = { name: DELIVERY, namespace, labels: MANAGED_BY };
  const ignore = allBut(sourcePath(source, clusterPath(cluster)));
  if ('git' in source) {
    const { url, revision, secretRef } = source.git;
    const spec = {
      interval: INTERVAL,
      url,
      ref: gitReference(revision),
      ignore,
      ...secret(secretRef),
    } satisfies Wire<GitRepositorySpec>;
    return { apiVersion: API_VERSION, kind: 'GitRepository', metadata, spec };
  }
  const { url, tag, secretRef } = source.oci;
  const spec = {
    interval: INTERVAL,
    url,
    ref: { tag },
    ignore,
    ...secret(secretRef),
  } satisfies Wire<OciRepositorySpec>;
  return { apiVersion: API_VERSION, kind: 'OCIRepository', metadata, spec };
}

function secret(name: string | undefined) {
  return name === undefined ? {} : { secretRef: { name } };
}

/** A fully qualified ref goes where Flux expects its kind; what is no ref is a commit. */
function gitReference(revision: GitSource['git']['revision']): Readonly<Record<string, string>> {
  if (revision.startsWith('refs/heads/')) return { branch: revision.slice('refs/heads/'.length) };
  if (revision.startsWith('refs/tags/')) return { tag: revision.slice('refs/tags/'.length) };
  return revision.startsWith('refs/') ? { name: revision } : { commit: revision };
}

/**
 * Rules of a `.gitignore` that leave one folder: each folder above it is taken in and emptied again, because nothing can
 * be taken in below a folder that is left out.
 *
 * @see https://fluxcd.io/flux/components/source/gitrepositories/#excluding-files
 */
function allBut(folder: string): string {
  let above = '';
  const rules = folder.split('/').flatMap((part) => {
    const rule = [`${above}/*`, `!${above}/${part}`];
    above += `/${part}`;
    return rule;
  });
  return `${rules.join('\n')}\n`;
}
