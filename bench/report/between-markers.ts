const START = '<!-- bench:start -->';
const END = '<!-- bench:end -->';

/**
 * Puts content between the two markers of a page.
 *
 * @throws {Error} when the page lacks them.
 */
export function betweenMarkers(page: string, content: string): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start) throw new Error(`the page lacks ${START} and, behind it, ${END}`);
  return `${page.slice(0, start)}${START}\n\n${content.trim()}\n\n${page.slice(end)}`;
}
