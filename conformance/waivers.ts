/** Words of the server about objects of one component that are accepted. */
export interface Waiver {
  /** Short name, for the results. */
  readonly name: string;
  readonly component: string;
  /** What is accepted, as it is reported. */
  readonly words: RegExp;
  readonly reason: string;
}

/** Everything that is accepted; a waiver that waives nothing fails the suite. */
export const WAIVERS: readonly Waiver[] = [
  {
    name: 'empty-fields-of-cdk8s-plus',
    component: 'housekeeping',
    words: /: (?:\[\]|""|false) → nothing$/,
    reason:
      'the one component that shows code with cdk8s-plus-27 as it is: its classes state empty lists, texts and false, which mean what leaving them out means; applying them again moves nothing',
  },
];

const used = new Set<Waiver>();

/** Whether words about an object of a component are waived. */
export function isWaived(component: string, words: string): boolean {
  const waiver = WAIVERS.find((other) => other.component === component && other.words.test(words));
  if (waiver) used.add(waiver);
  return waiver !== undefined;
}

/** Names of waivers that have waived nothing so far. */
export function unusedWaivers(): readonly string[] {
  return WAIVERS.filter((waiver) => !used.has(waiver)).map(({ name }) => name);
}
