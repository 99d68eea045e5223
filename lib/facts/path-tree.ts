import type { FactPath } from './fact-path';

/** A set of paths that answers at once, however many it holds: a file may be wrong in a hundred thousand places. */
export class PathTree {
  private whole = false;
  private readonly branches = new Map<string | number, PathTree>();

  constructor(paths: Iterable<FactPath> = []) {
    for (const path of paths) this.add(path);
  }

  add(path: FactPath): void {
    let tree: PathTree = this;
    for (const step of path) {
      const branch = tree.branches.get(step) ?? new PathTree();
      tree.branches.set(step, branch);
      tree = branch;
    }
    tree.whole = true;
  }

  /** What is known below a path: a tree of paths relative to it. */
  below(path: FactPath): PathTree {
    let tree: PathTree = this;
    for (const step of path) {
      if (tree.whole) return tree;
      tree = tree.branches.get(step) ?? NOTHING;
    }
    return tree;
  }

  /** Whether the path, or one above it, is in the set. */
  covers(path: FactPath): boolean {
    return this.below(path).whole;
  }

  /** Whether the path, one above it or one below it is in the set. */
  touches(path: FactPath): boolean {
    const tree = this.below(path);
    return tree.whole || tree.branches.size > 0;
  }
}

const NOTHING = new PathTree();
