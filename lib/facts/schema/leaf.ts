import { z } from 'zod';
import type { CheckId } from '../../core/catalogue';
import { showText } from '../show-text';

/** Why a value is refused by a rule of ours, in the words of a finding. */
export interface Refusal {
  readonly check: CheckId;
  /** Value found and what is allowed, without the path. */
  readonly message: string;
  readonly fix: string;
  /** Whether the key is at fault, not its value. @default false */
  readonly onKey?: boolean;
}

/** What editors show and complete. */
export interface LeafNotes {
  /** What the value means, with its unit. */
  readonly description: string;
  /** Regular expression for editors: it may allow more than the rule, never less. */
  readonly pattern?: string;
  readonly examples: readonly [string, ...string[]];
}

/** A text that a predicate accepts. */
export function word(
  notes: LeafNotes,
  accepts: (value: string) => boolean,
  allowed: string,
  check: CheckId = 'invalid-value',
) {
  return z
    .string()
    .check(({ value, issues }) => {
      if (accepts(value)) return;
      const message = `${showText(value)} is not ${allowed}`;
      const refusal: Refusal = { check, message, fix: `write for example ${notes.examples[0]}` };
      issues.push({ code: 'custom', input: value, params: { refusal } });
    })
    .meta({ ...notes, examples: [...notes.examples] });
}

/** A whole number, 0 or more unless told otherwise. */
export function count(description: string, least: 0 | 1 = 0) {
  return z
    .int()
    .min(least)
    .meta({ description, examples: [3] });
}

/** One of a few words. */
export function choice<const T extends readonly [string, ...string[]]>(
  values: T,
  description: string,
  example: T[number] = values[0],
) {
  return z.enum(values).meta({ description, examples: [example] });
}

export function flag(description: string) {
  return z.boolean().meta({ description, examples: [true] });
}

/** A fact of a layer: it may be left to another layer, and `null` removes what a lower layer says. */
export function fact<T extends z.ZodType>(schema: T) {
  return schema.nullish();
}
