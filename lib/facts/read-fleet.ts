import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { nearest } from '../core/nearest';
import { type FleetReading, parseFleet } from './parse-fleet';
import { type Unreadable, unreadableFile } from './unreadable-file';

/** Ten thousand clusters; more would not fit into memory on the way through the slower of the two readers. */
const MAX_BYTES = 16 * 1024 * 1024;

const REASONS: Readonly<Record<string, Unreadable>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'directory',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
};

/**
 * Reads a fleet file. Never throws: a file that cannot be read is a finding.
 *
 * @param path - path of the file.
 * @param displayName - how findings name it. @default the path
 */
export function readFleet(path: string, displayName: string = path): FleetReading {
  const content = readText(path);
  if (typeof content === 'string') return parseFleet(content, displayName);
  const fix = content.reason === 'missing' ? neighbour(path) : undefined;
  return { findings: [unreadableFile(displayName, content.reason, fix)] };
}

function readText(path: string): string | { readonly reason: Unreadable } {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { reason: 'directory' };
    if (!stat.isFile()) return { reason: 'no-file' };
    if (stat.size > MAX_BYTES) return { reason: 'too-big' };
    return decode(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { reason: REASONS[code] ?? 'missing' };
  }
}

function decode(bytes: Uint8Array): string | { readonly reason: Unreadable } {
  if (bytes.includes(0)) return { reason: 'binary' };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { reason: 'not-utf8' };
  }
}

/** A file in the same folder whose name is nearly the same. */
function neighbour(path: string): string | undefined {
  try {
    const guess = nearest(basename(path), readdirSync(dirname(path)).sort());
    return guess && `did you mean ${guess}?`;
  } catch {
    return undefined;
  }
}
