/** A warning of the API server that is accepted. */
export interface Waiver {
  /** Short name, for the results. */
  readonly name: string;
  /** The server's words. */
  readonly warning: RegExp;
  readonly kind: string;
  readonly reason: string;
}

/** Every accepted warning; one that waives nothing fails the suite. */
export const WAIVERS: readonly Waiver[] = [];
