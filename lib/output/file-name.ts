import { createHash } from 'node:crypto';
import type { Identity } from '../objects/identity';
import { kindIsAmbiguous } from '../objects/kinds';

/** Most bytes of a file’s name. Most file systems end at 255, eCryptfs at 143, and Windows counts the folders as well. */
const LONGEST = 143;
const EXTENSION = '.yaml';
const HASH_DIGITS = 16;

/** What stays as it is; `_` ends a namespace and a group, `-` and `.` end a kind. */
const NAME = /[^a-z0-9.-]/gu;
const NAMESPACE = /[^a-z0-9-]/gu;
const KIND = /[^a-z0-9]/gu;

/** Names that Windows keeps for devices, whatever extension follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The name of an object’s file: `deployment-frontend.yaml`, with a namespace other than the component’s in front,
 * `kube-system_role-leader.yaml`, and the group behind a kind that several groups have,
 * `event.events.k8s.io_web.yaml`.
 *
 * Different objects of a component get different names, also where a file system ignores case: what is no small letter,
 * digit, dash or dot is escaped as `%XX` byte by byte, and the marks between the parts occur in no part. Taken for
 * granted: a kind’s group is in our tables or it is the only one of its kind, kinds differ by more than case (the API
 * server compares them so), and an object without namespace is in the component’s. Names that are too long are cut and
 * end in `~` and a hash of the whole.
 *
 * @param componentNamespace - Empty when the component has none.
 * @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file for the characters and names that Windows refuses
 */
export function fileName(identity: Identity, componentNamespace: string): string {
  const { group, kind, namespace, name } = identity;
  const place = namespace === '' || namespace === componentNamespace ? '' : `${escaped(namespace, NAMESPACE)}_`;
  const full = `${place}${kindPart(group, kind)}${escaped(name, NAME)}`;
  return `${full.length + EXTENSION.length > LONGEST ? shortened(full) : full}${EXTENSION}`;
}

function kindPart(group: string, kind: string): string {
  const text = escaped(kind.toLowerCase(), KIND);
  if (group === '' || !kindIsAmbiguous(kind)) return `${text}-`;
  return `${DEVICE.test(text) ? escaped(text, /^./gu) : text}.${escaped(group, NAME)}_`;
}

function escaped(text: string, refused: RegExp): string {
  return text.replace(refused, (char) =>
    [...Buffer.from(char)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}

function shortened(full: string): string {
  const hash = createHash('sha256').update(full).digest('hex').slice(0, HASH_DIGITS);
  return `${full.slice(0, LONGEST - EXTENSION.length - HASH_DIGITS - 1)}~${hash}`;
}
