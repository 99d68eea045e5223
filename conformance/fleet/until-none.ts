/** Looks again and again until no problem is left; gives what is left when time is up. */
export async function untilNone(seconds: number, look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const problems = await look();
    if (problems.length === 0 || performance.now() > deadline) return problems;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
