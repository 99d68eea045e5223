/** How long to wait, and how often to look. */
export interface Patience {
  /** @default 60 */
  readonly seconds?: number;
  /** @default 100 */
  readonly everyMilliseconds?: number;
}

/**
 * Looks again and again until there is an answer.
 *
 * @param subject - what is waited for, for the message.
 * @param look - gives the answer, or `undefined` (or throws) while there is none.
 * @throws {Error} when time is up, with what the last look threw.
 */
export async function waitFor<T>(
  subject: string,
  look: () => Promise<T | undefined>,
  patience: Patience = {},
): Promise<T> {
  const { seconds = 60, everyMilliseconds = 100 } = patience;
  const deadline = performance.now() + seconds * 1000;
  let last = '';
  while (performance.now() < deadline) {
    try {
      const answer = await look();
      if (answer !== undefined) return answer;
    } catch (error) {
      last = `: ${error instanceof Error ? error.message : String(error)}`;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMilliseconds));
  }
  throw new Error(`${subject}: not after ${seconds} s${last}`);
}
