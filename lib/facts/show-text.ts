const MAX_SHOWN = 60;

/** A text in a message: in quotes, long ones cut. */
export function showText(text: string): string {
  return JSON.stringify(text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`);
}
