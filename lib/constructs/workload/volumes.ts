import type { Construct } from 'constructs';
import type { CSIVolumeSource, KeyToPath, Volume, VolumeProjection } from '../../../imports/k8s';
import { type ConfigMapRef, configMapName } from '../configuration/environment';
import { claimSpec, type VolumeClaimSpecProps } from '../storage/volume-claim';
import type { TextMap } from '../validation/checked-labels';
import { checkedMode } from '../validation/checked-mode';
import { checkedName } from '../validation/checked-name';
import { checkedQuantity } from '../validation/checked-quantity';
import { misuse } from '../validation/misuse';
import { resolveImage } from './image';

/** Which keys become files, and with which permissions. */
interface FileProps {
  /** Relative paths by key. @default every key, as a file of its name */
  readonly items?: TextMap;
  /** Permissions, such as `0o400`. @default 0o644 */
  readonly mode?: number;
  /** Whether pods start without it. @default false */
  readonly optional?: boolean;
}

/** A PersistentVolumeClaim: its name, or a `VolumeClaim`, whose access modes are known. */
export type ClaimRef = string | { readonly name: string; readonly accessModes?: readonly string[] };

/** Where the content of a volume comes from. */
export type VolumeSource =
  /** An empty directory that lives as long as the pod; in memory its content counts as the pod’s memory. */
  | {
      readonly emptyDir: { readonly medium?: 'Memory' /** Quantity. @default no limit */; readonly sizeLimit?: string };
    }
  | ({ readonly configMap: ConfigMapRef } & FileProps)
  /** A Secret that exists. */
  | ({ readonly secret: string } & FileProps)
  | { readonly claim: ClaimRef /** @default false */; readonly readOnly?: boolean }
  /** A claim of each pod’s own that is deleted with the pod. */
  | { readonly ephemeral: VolumeClaimSpecProps }
  /** A directory or file of the node; asks for podSecurity `privileged`. */
  | { readonly hostPath: string /** What must be there. @default anything */; readonly type?: HostPathType }
  /** Fields of the pod by relative path, such as `labels: metadata.labels`. */
  | { readonly downwardApi: TextMap; readonly mode?: number }
  /** Several sources in one directory. */
  | { readonly projected: readonly VolumeProjection[]; readonly mode?: number }
  /** A volume that a CSI driver makes for the pod. */
  | { readonly csi: CSIVolumeSource }
  | { readonly nfs: { readonly server: string; readonly path: string; readonly readOnly?: boolean } }
  /** The files of an image, read-only. */
  | { readonly image: string; readonly pullPolicy?: 'Always' | 'IfNotPresent' | 'Never' };

type HostPathType =
  | 'DirectoryOrCreate'
  | 'Directory'
  | 'FileOrCreate'
  | 'File'
  | 'Socket'
  | 'CharDevice'
  | 'BlockDevice';

/** Volumes of a pod by name. */
export type Volumes = Readonly<Record<string, VolumeSource>>;

/**
 * Volumes in wire form.
 *
 * @throws {BayplanError} `invalid-name`, `invalid-quantity` or `invalid-props`
 */
export function wireVolumes(scope: Construct, volumes: Volumes): readonly Volume[] {
  return Object.entries(volumes).map(([name, source]) => ({
    name: checkedName(scope, 'a volume', name),
    ...wireSource(scope, `the volume "${name}"`, source),
  }));
}

function wireSource(scope: Construct, subject: string, source: VolumeSource): Omit<Volume, 'name'> {
  if ('emptyDir' in source) {
    const { medium, sizeLimit } = source.emptyDir;
    const size =
      sizeLimit === undefined ? undefined : checkedQuantity(scope, `the size limit of ${subject}`, sizeLimit);
    return { emptyDir: { medium, sizeLimit: size } };
  }
  if ('configMap' in source) {
    const { mode, optional } = source;
    const name = configMapName(scope, source.configMap);
    return {
      configMap: { name, items: items(source.items), defaultMode: checkedMode(scope, subject, mode), optional },
    };
  }
  if ('secret' in source) {
    const { mode, optional } = source;
    const secretName = checkedName(scope, 'the Secret', source.secret, 'subdomain');
    return {
      secret: { secretName, items: items(source.items), defaultMode: checkedMode(scope, subject, mode), optional },
    };
  }
  if ('claim' in source) {
    const claim = typeof source.claim === 'string' ? source.claim : source.claim.name;
    const claimName = checkedName(scope, 'the claim', claim, 'subdomain');
    return { persistentVolumeClaim: { claimName, readOnly: source.readOnly } };
  }
  if ('hostPath' in source) {
    const { hostPath: path, type } = source;
    if (!path.startsWith('/') || path.split('/').includes('..')) {
      misuse(scope, `${subject} is the path "${path}" of the node`, 'start it with /, without ..');
    }
    return { hostPath: { path, type } };
  }
  return wireRareSource(scope, subject, source);
}

type RareSource = Extract<
  VolumeSource,
  | { readonly ephemeral: unknown }
  | { readonly downwardApi: unknown }
  | { readonly projected: unknown }
  | { readonly csi: unknown }
  | { readonly nfs: unknown }
  | { readonly image: unknown }
>;

function wireRareSource(scope: Construct, subject: string, source: RareSource): Omit<Volume, 'name'> {
  if ('ephemeral' in source) {
    return { ephemeral: { volumeClaimTemplate: { spec: claimSpec(scope, source.ephemeral) } } };
  }
  if ('csi' in source) return { csi: source.csi };
  if ('nfs' in source) return { nfs: source.nfs };
  if ('image' in source) {
    return { image: { reference: resolveImage(scope, source.image), pullPolicy: source.pullPolicy } };
  }
  const defaultMode = checkedMode(scope, subject, source.mode);
  if ('projected' in source) return { projected: { sources: source.projected.map(withDefaults), defaultMode } };
  if ('downwardApi' in source) return { downwardAPI: { items: downwardItems(source.downwardApi), defaultMode } };
  const known = 'emptyDir, configMap, secret, claim, ephemeral, hostPath, downwardApi, projected, csi, nfs, image';
  return misuse(scope, `${subject} has no source`, `give one of ${known}`);
}

/** Lists of projections are replaced as a whole by server-side apply: what the API server would add is written. */
function withDefaults(projection: VolumeProjection): VolumeProjection {
  const { serviceAccountToken } = projection;
  if (!serviceAccountToken) return projection;
  return { ...projection, serviceAccountToken: { expirationSeconds: 3600, ...serviceAccountToken } };
}

function downwardItems(fields: TextMap) {
  return Object.entries(fields).map(([path, fieldPath]) => ({ path, fieldRef: { apiVersion: 'v1', fieldPath } }));
}

function items(paths: TextMap | undefined): readonly KeyToPath[] | undefined {
  return paths && Object.entries(paths).map(([key, path]) => ({ key, path }));
}
