import type { LocatedScalar } from './located';

const INTEGER = /^[-+]?[0-9]+$/;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[0-9a-fA-F]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INFINITE = /^([-+]?)\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

/**
 * What a plain scalar means in the core schema of YAML 1.2.
 *
 * @see https://yaml.org/spec/1.2.2/#1032-tag-resolution
 */
export function resolvePlain(source: string): LocatedScalar['value'] {
  switch (source) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  return resolveNumber(source) ?? source;
}

function resolveNumber(source: string): number | undefined {
  // Most plain scalars are words: one look at the first character spares them six expressions.
  if (!/^[-+.0-9]/.test(source)) return undefined;
  if (INTEGER.test(source) || FLOAT.test(source) || OCTAL.test(source) || HEXADECIMAL.test(source))
    return Number(source);
  const infinite = INFINITE.exec(source);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  return NOT_A_NUMBER.test(source) ? Number.NaN : undefined;
}

/** A plain scalar with its place. */
export function plainScalar(source: string, offset: number): LocatedScalar {
  return { type: 'scalar', offset, value: resolvePlain(source), source };
}
