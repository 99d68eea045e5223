import type { Construct } from 'constructs';
import { misuse } from '../validation/misuse';

/** Who may use a volume at once: pods of one node, one pod, or pods of many nodes. */
export type AccessMode = 'ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadOnlyMany' | 'ReadWriteMany';

const ACCESS_MODES: readonly string[] = ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadOnlyMany', 'ReadWriteMany'];

/**
 * Access modes that can be together.
 *
 * @throws {BayplanError} `invalid-props` for none, an unknown one, one twice, and others beside ReadWriteOncePod.
 */
export function checkedAccessModes(scope: Construct, modes: readonly AccessMode[]): readonly AccessMode[] {
  if (modes.length === 0) misuse(scope, 'accessModes is an empty list', 'give at least one, such as ReadWriteOnce');
  for (const mode of modes) {
    if (!ACCESS_MODES.includes(mode)) {
      misuse(scope, `an access mode is "${mode}"`, `use one of ${ACCESS_MODES.join(', ')}`);
    }
  }
  if (new Set(modes).size < modes.length) {
    misuse(scope, `the access modes are ${modes.join(', ')}`, 'give each one once', 'duplicate-name');
  }
  if (modes.includes('ReadWriteOncePod') && modes.length > 1) {
    misuse(scope, `the access modes are ${modes.join(', ')}`, 'leave the others out: ReadWriteOncePod stands alone');
  }
  return modes;
}
