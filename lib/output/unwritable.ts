import { BayplanError } from '../core/errors';

/** What the codes of the operating system mean for somebody who wanted files, and what helps. */
const REASONS: Readonly<Record<string, readonly [problem: string, fix: string]>> = {
  EACCES: ['this user may not write there', 'give the user write access, or write elsewhere with --out'],
  EPERM: ['this user may not change it', 'give the user write access, or write elsewhere with --out'],
  EROFS: ['the file system is read-only', 'mount it writable, or write elsewhere with --out'],
  ENOSPC: ['the disk is full', 'free some space, then run again'],
  EDQUOT: ['the disk quota is used up', 'free some space, then run again'],
  ENOTDIR: ['a file stands where a folder is needed', 'move the file away, or write elsewhere with --out'],
  EEXIST: ['a file stands where a folder is needed', 'move the file away, or write elsewhere with --out'],
  EISDIR: ['a folder stands where a file is needed', 'move the folder away, or write elsewhere with --out'],
  ENOTEMPTY: ['a folder stands where another is needed', 'move the folder away, or write elsewhere with --out'],
  ENOENT: ['its folder is gone', 'see who else changes the output folder, then run again'],
  EXDEV: ['a part of the tree lies on another file system', 'mount the output folder as a whole, or not at all'],
  EBUSY: ['it is in use or a mount of its own', 'close what uses it, or mount the output folder as a whole'],
  ENAMETOOLONG: ['the path is too long for the file system', 'write to a shorter path with --out'],
};

/**
 * What to throw when the operating system refuses: an `unwritable-output` that names the place. Any other error, which
 * is a defect or has been explained already, stays as it is.
 *
 * @param place - What could not be written. @default the path that the error names
 */
export function unwritable(cause: unknown, place?: string): unknown {
  if (!isSystemError(cause)) return cause;
  const [problem, fix] = REASONS[cause.code] ?? [cause.message, 'look at the disk, or write elsewhere with --out'];
  return unwritableFor(
    place ?? cause.path ?? 'the output folder',
    cause.code in REASONS ? `${problem} (${cause.code})` : problem,
    fix,
  );
}

/** The error for a place that cannot be written, for a reason of our own. */
export function unwritableFor(place: string, problem: string, fix: string): BayplanError {
  return new BayplanError('unwritable-output', { message: `${place} cannot be written: ${problem}`, fix });
}

/** `ENOENT` and the like; empty for what is no error of the operating system. */
export function errorCode(error: unknown): string {
  return isSystemError(error) ? error.code : '';
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}
