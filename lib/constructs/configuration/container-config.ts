import type { Construct } from 'constructs';
import type { EnvFromSource, KeyToPath, Volume, VolumeMount } from '../../../imports/k8s';
import type { TextMap } from '../validation/checked-labels';
import { checkedMode } from '../validation/checked-mode';
import { misuse } from '../validation/misuse';
import { configMap } from './config-map';
import { checkedVariable } from './environment';

/** Configuration of one container, written with it and kept in ConfigMaps of its own; a change replaces the pods. */
export interface ConfigProps {
  /** Environment variables. */
  readonly environment?: TextMap;
  /** Files by absolute path. */
  readonly files?: Readonly<Record<string, string | ConfigFile>>;
}

/** One file of configuration. */
export interface ConfigFile {
  readonly content: string;
  /** Permissions, such as `0o755`. @default 0o644 */
  readonly mode?: number;
  /**
   * Whether its directory is mounted as a whole, hiding what the image has there, or the file alone.
   *
   * A directory is mounted as a whole as soon as one of its files asks for it.
   *
   * @default directory
   */
  readonly mountedAs?: 'directory' | 'file';
}

/** Who is configured. */
export interface Configured {
  /** Stem of the ConfigMaps’ names: the workload’s, with the container’s where that differs. */
  readonly name: string;
  /** Stem of the volumes’ names: they need to differ within the pod only. */
  readonly volume: string;
  readonly labels: TextMap;
}

/** What the configuration adds to a container and its pod. */
export interface ContainerConfig {
  readonly sources: readonly EnvFromSource[];
  readonly volumes: readonly Volume[];
  readonly mounts: readonly VolumeMount[];
}

/**
 * Makes the ConfigMaps of a container’s configuration.
 *
 * @throws {BayplanError} `invalid-name` or `invalid-props`
 */
export function containerConfig(scope: Construct, owner: Configured, config: ConfigProps): ContainerConfig {
  const { environment = {}, files = {} } = config;
  const sources: EnvFromSource[] = [];
  if (Object.keys(environment).length > 0) {
    for (const name of Object.keys(environment)) checkedVariable(scope, name);
    const stem = `${owner.name}-env`;
    const object = configMap(scope, stem, { name: stem, labels: owner.labels }, { data: environment, hashed: true });
    sources.push({ configMapRef: { name: object.name } });
  }
  const volumes: Volume[] = [];
  const mounts: VolumeMount[] = [];
  for (const [path, contents] of directories(scope, files)) {
    const count = volumes.length === 0 ? '' : `-${volumes.length + 1}`;
    const stem = `${owner.name}-files${count}`;
    const data = Object.fromEntries(contents.map(({ name, content }) => [name, content]));
    const object = configMap(scope, stem, { name: stem, labels: owner.labels }, { data, hashed: true });
    const volume = `${owner.volume}${count}`;
    volumes.push({ name: volume, configMap: { name: object.name, items: items(contents) } });
    mounts.push(...mountsOf(scope, path, volume, contents));
  }
  return { sources, volumes, mounts };
}

interface NamedFile extends ConfigFile {
  readonly name: string;
}

function directories(scope: Construct, files: Readonly<Record<string, string | ConfigFile>>) {
  const byDirectory = new Map<string, NamedFile[]>();
  for (const [path, given] of Object.entries(files)) {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (!path.startsWith('/') || !name) {
      const fix = 'write an absolute path that ends in a name, such as /etc/app/settings.yaml';
      misuse(scope, `the configuration file "${path}" has no absolute path`, fix);
    }
    const directory = path.slice(0, slash) || '/';
    const file: ConfigFile = typeof given === 'string' ? { content: given } : given;
    checkedMode(scope, `the configuration file "${path}"`, file.mode);
    const siblings = byDirectory.get(directory);
    if (siblings) siblings.push({ ...file, name });
    else byDirectory.set(directory, [{ ...file, name }]);
  }
  return byDirectory;
}

function items(files: readonly NamedFile[]): readonly KeyToPath[] | undefined {
  if (files.every(({ mode }) => mode === undefined)) return undefined;
  return files.map(({ name, mode }) => ({ key: name, path: name, mode }));
}

function mountsOf(
  scope: Construct,
  directory: string,
  volume: string,
  files: readonly NamedFile[],
): readonly VolumeMount[] {
  if (files.some(({ mountedAs = 'directory' }) => mountedAs === 'directory')) {
    if (directory !== '/') return [{ name: volume, mountPath: directory, readOnly: true }];
    misuse(scope, 'configuration files lie in the root directory', "mount them one by one, with mountedAs: 'file'");
  }
  const parent = directory === '/' ? '' : directory;
  return files.map(({ name }) => ({ name: volume, mountPath: `${parent}/${name}`, subPath: name, readOnly: true }));
}
