import type { FactPath } from '../fact-path';

/**
 * Told about each fact that a cluster must have and no layer states.
 *
 * @returns `undefined`, so that a resolver can write `facts.max ?? missing([…])`.
 */
export type Missing = (path: FactPath) => undefined;
