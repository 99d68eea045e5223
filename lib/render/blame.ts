import { relative, sep } from 'node:path';
import type { Place } from '../core/place';

const FRAME = /\(?((?:file:\/\/)?\/[^()]*?|[A-Za-z]:\\[^()]*?):(\d+):(\d+)\)?$/;

/**
 * The line of the author’s own code that an error comes from: the innermost stack frame inside the project that is
 * neither a dependency nor Bayplan itself.
 *
 * @param project - absolute path of the project’s folder.
 * @param own - absolute path of Bayplan’s own code, whose frames are passed over.
 * @returns the place relative to the project, or `undefined` when no frame qualifies.
 */
export function blame(error: Error, project: string, own: string): Place | undefined {
  for (const line of (error.stack ?? '').split('\n')) {
    const [, url = '', row, column] = FRAME.exec(line) ?? [];
    const file = url.replace(/^file:\/\//, '');
    const local = relative(project, file);
    if (!file || local.startsWith('..') || local.split(sep).includes('node_modules')) continue;
    if (file.startsWith(own + sep)) continue;
    return { file: local.split(sep).join('/'), line: Number(row), column: Number(column) };
  }
  return undefined;
}
