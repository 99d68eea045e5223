import { planTree } from './tree-plan';
import { TreeRecord } from './tree-record';
import type { TreeScope, TreeSink } from './tree-sink';

/**
 * Takes the files of a run as `openTree` does, but writes nothing: `commit` says in what the tree differs from them.
 * Works on a tree that may not be written, and beside a run that writes.
 *
 * @throws {BayplanError} `unwritable-output` when the folder cannot be read.
 */
export function compareTree(root: string, scope: TreeScope): TreeSink {
  const record = new TreeRecord(root, scope);
  return {
    write: (path, text, origin) => {
      record.write(path, text, origin);
    },
    commit: () => planTree(record).changes,
    discard: () => {},
  };
}
