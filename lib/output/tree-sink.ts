/**
 * The folders and files that a run owns, relative to the output folder: it decides what they hold, and removes what it
 * finds in them and does not write. Everything else stays as it is.
 */
export type TreeScope = readonly string[];

/** What a run for the whole fleet owns: files beside these folders, such as a README, are somebody else’s. */
export const WHOLE_TREE: TreeScope = ['clusters', 'index'];

/** What a run does to the tree, or, when it only compares, what the tree lacks. Paths are relative and sorted. */
export interface TreeChanges {
  /** Files that were not there: missing, when only compared. */
  readonly added: readonly string[];
  /** Files with other content: different, when only compared. */
  readonly changed: readonly string[];
  /** Files in the scope that nothing was written to: orphans. */
  readonly removed: readonly string[];
  /** How many files are as they were. */
  readonly unchanged: number;
}

/** Takes the files of a run, one after another, so that no run holds all of them in memory. */
export interface TreeSink {
  /**
   * Hands over one file.
   *
   * @param path - Relative to the output folder, parts separated by `/`.
   * @param origin - Who writes it, for messages: a construct path, or what else a reader can find it by.
   * @throws {BayplanError} `file-collision` when the run has written the path before, `unwritable-output` when it is
   * outside the scope, in the way of something else, or the disk refuses.
   */
  write(path: string, text: string, origin: string): void;
  /**
   * Ends the run: the tree becomes what was written.
   *
   * @throws {BayplanError} `unwritable-output`; the tree is as it was.
   */
  commit(): TreeChanges;
  /** Ends the run without a trace. Does nothing after `commit`, so that it fits into a `finally`. */
  discard(): void;
}
