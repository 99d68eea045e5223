import type { Construct } from 'constructs';
import type { VolumeMount } from '../../../imports/k8s';
import { compareText } from '../../core/compare';
import { misuse } from '../validation/misuse';

/** How a volume is mounted. */
export interface MountProps {
  /** Name of the volume or claim template. */
  readonly volume: string;
  /** @default false */
  readonly readOnly?: boolean;
  /** Path inside the volume. @default its root */
  readonly subPath?: string;
  /** As `subPath`, with `$(NAME)` of environment variables. */
  readonly subPathExpr?: string;
  /** Whether later mounts are seen on the other side. @default None */
  readonly mountPropagation?: 'None' | 'HostToContainer' | 'Bidirectional';
}

/** Volumes by the absolute path at which they are mounted: the name alone, or how. */
export type Mounts = Readonly<Record<string, string | MountProps>>;

/**
 * Mounts in wire form.
 *
 * @param volumes - names of the pod’s volumes and claim templates.
 * @throws {BayplanError} `invalid-props` for a path that is not absolute and a volume that does not exist.
 */
export function wireMounts(
  scope: Construct,
  container: string,
  volumes: ReadonlySet<string>,
  mounts: Mounts,
): readonly VolumeMount[] {
  return Object.entries(mounts).map(([mountPath, given]) => {
    const mount: MountProps = typeof given === 'string' ? { volume: given } : given;
    const { volume, readOnly, subPath, subPathExpr, mountPropagation } = mount;
    const subject = `the mount "${mountPath}" of container "${container}"`;
    checkMountPath(scope, subject, mountPath);
    checkVolume(scope, subject, volumes, volume);
    if (subPath !== undefined && subPathExpr !== undefined) {
      misuse(scope, `${subject} has a subPath and a subPathExpr`, 'keep one of them');
    }
    for (const inner of [subPath, subPathExpr]) {
      if (inner === undefined || !(inner.startsWith('/') || inner.split('/').includes('..'))) continue;
      misuse(scope, `${subject} has the sub-path "${inner}"`, 'keep it relative, without ..');
    }
    return { name: volume, mountPath, readOnly, subPath, subPathExpr, mountPropagation };
  });
}

/**
 * Refuses a path that no volume can be mounted at.
 *
 * @throws {BayplanError} `invalid-props`
 */
export function checkMountPath(scope: Construct, subject: string, path: string): void {
  if (path.startsWith('/') && !path.includes(':')) return;
  misuse(scope, `${subject} has no absolute path`, 'start it with /, and leave : out');
}

/**
 * Refuses a volume that the pod does not have.
 *
 * @throws {BayplanError} `invalid-props`
 */
export function checkVolume(scope: Construct, subject: string, volumes: ReadonlySet<string>, name: string): void {
  if (volumes.has(name)) return;
  const existing = [...volumes].sort(compareText).join(', ') || 'none';
  misuse(scope, `${subject} is of the volume "${name}"`, `name one of the volumes that exist: ${existing}`);
}
