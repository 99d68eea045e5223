import type { Json, JsonObject } from '../../lib/core/json';

/** One object of the benchmark in wire form, the same for every peer. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: JsonObject;
  readonly data?: Readonly<Record<string, string>>;
  readonly [field: string]: Json | Manifest['metadata'] | undefined;
}
