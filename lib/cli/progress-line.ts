/** A line that is redrawn in place; nothing at all where standard error is no terminal. */
export interface ProgressLine {
  readonly update: (done: number, total: number) => void;
  readonly clear: () => void;
}

/** Fleets smaller than this are done before a line could be read. */
const WORTH_SHOWING = 20;

export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  if (!stream.isTTY) return { update: () => undefined, clear: () => undefined };
  return {
    update: (done, total) => {
      if (total >= WORTH_SHOWING) stream.write(`\r\u001b[K${done} of ${total} clusters`);
    },
    clear: () => stream.write('\r\u001b[K'),
  };
}
