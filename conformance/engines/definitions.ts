import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Definitions of custom kinds in a Go module. */
export interface DefinitionSource {
  /** Module with its version. */
  readonly module: string;
  /** Folder in it. */
  readonly folder: string;
  /** Names of files to take. @default every `.yaml` */
  readonly files?: RegExp;
}

export const FLUX_DEFINITIONS: readonly DefinitionSource[] = [
  { module: 'github.com/fluxcd/kustomize-controller@v1.7.3', folder: 'config/crd/bases' },
  { module: 'github.com/fluxcd/source-controller@v1.8.5', folder: 'config/crd/bases' },
];
export const ARGO_CD_DEFINITIONS: DefinitionSource = {
  module: 'github.com/argoproj/argo-cd/v3@v3.1.0',
  folder: 'manifests/crds',
  files: /-crd\.yaml$/,
};
export const GATEWAY_DEFINITIONS: DefinitionSource = {
  module: 'sigs.k8s.io/gateway-api@v1.5.1',
  folder: 'config/crd/standard',
  files: /^gateway\.networking\.k8s\.io_/,
};
export const CERT_MANAGER_DEFINITIONS: DefinitionSource = {
  module: 'github.com/cert-manager/cert-manager@v1.21.2',
  folder: 'deploy/crds',
};

/** Paths of the files, fetched through the Go module proxy by the ordinary `go mod download`. */
export function definitionFiles({ module, folder, files = /\.yaml$/ }: DefinitionSource): readonly string[] {
  // Outside of any Go module, so that no go.mod of a parent folder has a say.
  const options = { cwd: tmpdir(), encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync('go', ['mod', 'download', '-json', module], options);
  if (status !== 0) throw new Error(`go mod download ${module}: exit ${status}\n${stderr}${stdout}`);
  const place = join((JSON.parse(stdout) as { Dir: string }).Dir, folder);
  return readdirSync(place)
    .filter((name) => files.test(name))
    .sort()
    .map((name) => join(place, name));
}
