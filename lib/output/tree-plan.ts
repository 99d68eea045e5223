import type { RecordedFolder, TreeRecord } from './tree-record';
import type { TreeChanges } from './tree-sink';

/** What has to happen to the tree, as paths relative to the output folder. */
export interface TreePlan {
  readonly changes: TreeChanges;
  /** What is new: files in folders that were there, and whole folders that were not. */
  readonly placed: readonly string[];
  /** Folders that hold orphans alone, the deeper ones first. */
  readonly emptied: readonly string[];
  /** A file that stays, if there is one. */
  readonly witness?: string;
}

/** Draws the difference between what was there and what the run wrote. Names are in the order of a sorted walk. */
export function planTree(record: TreeRecord): TreePlan {
  const added: string[] = [];
  const changed: string[] = [];
  const removed: string[] = [];
  const placed: string[] = [];
  const emptied: string[] = [];
  let unchanged = 0;
  let witness: string | undefined;

  const visit = (folder: RecordedFolder, isNew: boolean): void => {
    const names = new Set([...(folder.old?.keys() ?? []), ...folder.files.keys(), ...folder.folders.keys()]);
    for (const name of [...names].sort()) {
      const path = folder.path === '' ? name : `${folder.path}/${name}`;
      const inner = folder.folders.get(name);
      const state = folder.files.get(name)?.state;
      const isFolder = folder.old?.get(name) === 'folder';
      if (inner) {
        if (!isNew && inner.old === undefined) placed.push(path);
        visit(inner, inner.old === undefined);
      } else if (state === 'added') {
        added.push(path);
        if (!isNew) placed.push(path);
      } else if (state === 'changed') {
        changed.push(path);
      } else if (state === 'unchanged') {
        unchanged += 1;
        witness ??= path;
      } else if (record.owns(path)) {
        if (isFolder) visit(record.untouched(path), false);
        if (isFolder) emptied.push(path);
        else removed.push(path);
      } else if (isFolder && record.reaches(path)) {
        visit(record.untouched(path), false);
      }
    }
  };
  visit(record.top, false);
  return {
    changes: { added, changed, removed, unchanged },
    placed,
    emptied,
    ...(witness === undefined ? {} : { witness }),
  };
}
