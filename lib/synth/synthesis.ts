import type { Finding } from '../core/finding';
import type { Component } from '../render/component';
import type { CodeFolders } from '../render/render-component';

/** Everything that a run needs: nothing is read from the environment below this line. */
export interface SynthesisRequest {
  readonly components: readonly Component[];
  /** Absolute path of the fleet file. */
  readonly fleetFile: string;
  /** Absolute path of the output folder. */
  readonly out: string;
  /** Clusters to touch. @default all */
  readonly clusters?: readonly string[];
  /** Compare with what is there, and write nothing. @default false */
  readonly check?: boolean;
  /** Whether clusters share renderings. @default true */
  readonly share?: boolean;
  readonly folders: CodeFolders;
  /** Told after each cluster. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Files that a run added, changed or removed, by path below the output folder. */
export interface TreeChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What a run found and did. */
export interface SynthesisResult {
  /** All findings, sorted. With an error among them nothing was written. */
  readonly findings: readonly Finding[];
  /** Whether input could not be read at all. */
  readonly unreadable: boolean;
  readonly clusters: number;
  readonly objects: number;
  /** Differences to what was there; absent when an error stopped the run. */
  readonly changes?: TreeChanges;
}
