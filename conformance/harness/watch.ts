import type { KubeClient } from './kube-client';

const AGAIN_AFTER_MILLISECONDS = 200;
/** What failed is told again then: an API server that has just started refuses for a while. */
const ANEW_AFTER_SECONDS = 5;

/**
 * Sees every object of a path as it is and each time it changes, and starts over when the API server was gone.
 *
 * @param see - may be told of the same state twice; a failure is forgotten, since the next change tells again, and so does
 *   the next start, every few seconds.
 * @returns a function that ends it.
 */
export function watch<T>(client: KubeClient, path: string, see: (object: T) => Promise<void>): () => void {
  const end = new AbortController();
  const loop = async (): Promise<void> => {
    while (!end.signal.aborted) {
      const line = (text: string): void => {
        const { type, object }: { readonly type: string; readonly object: T } = JSON.parse(text);
        if (type === 'ADDED' || type === 'MODIFIED') see(object).catch(() => undefined);
      };
      await client
        .lines(`${path}?watch=true&timeoutSeconds=${ANEW_AFTER_SECONDS}`, line, end.signal)
        .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MILLISECONDS));
    }
  };
  void loop();
  return () => end.abort();
}
