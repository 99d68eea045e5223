import { z } from 'zod';
import { compareQuantities, readQuantity } from '../../core/quantity';
import { showText } from '../show-text';
import type { Refusal } from './leaf';

const ZERO = { nano: 0n };
const PATTERN = '^[+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]{1,2}|Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E)?$';

/** A Kubernetes quantity, written as a number or as text; read as text. */
export function quantity(description: string, example: string) {
  return z
    .unknown()
    .transform((value, { issues }): string => {
      const refusal = refuse(value, example);
      if (refusal) issues.push({ code: 'custom', input: value, params: { refusal } });
      return String(value);
    })
    .meta({ type: ['string', 'number'], pattern: PATTERN, minimum: 0, description, examples: [example] });
}

function refuse(value: unknown, example: string): Refusal | undefined {
  const fix = `write a number with an optional unit, such as ${example}`;
  if (typeof value !== 'string' && typeof value !== 'number') {
    return { check: 'wrong-type', message: `${nameType(value)} is written, a quantity is needed`, fix };
  }
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    const message = `${value} is too large a number to be exact`;
    return { check: 'invalid-quantity', message, fix: 'put it in quotes, or write it with a unit such as Pi' };
  }
  const read = readQuantity(String(value));
  if (!read) {
    const units = 'Ki Mi Gi Ti Pi Ei, or n u m k M G T P E';
    const shown = typeof value === 'string' ? showText(value) : value;
    const message = `${shown} is not a Kubernetes quantity; units are ${units}, right behind the number`;
    return { check: 'invalid-quantity', message, fix: closest(String(value)) ?? fix };
  }
  if (compareQuantities(read, ZERO) >= 0) return undefined;
  return { check: 'invalid-value', message: `${value} is below 0`, fix: 'write 0 or more' };
}

function nameType(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : String(value);
}

/** What was probably meant by blanks, a byte sign or a unit in the wrong case: `10G i`, `4GB`, `512mi`. */
function closest(value: string): string | undefined {
  const tight = value.replaceAll(/[\s_]/g, '');
  const [, number = '', unit = '', binary = ''] = /^([0-9.]+)([kmgtpe]?)(i?)b?$/i.exec(tight) ?? [];
  const letter = unit.toLowerCase() === 'k' && !binary ? 'k' : unit.toUpperCase();
  const guess = readQuantity(tight) ? tight : `${number}${letter}${binary && 'i'}`;
  return readQuantity(guess) ? `did you mean ${guess}?` : undefined;
}
