import type { z } from 'zod';
import { nearest } from '../../core/nearest';
import type { FactPath } from '../fact-path';
import { fleetFile } from '../schema/fleet-file';
import type { Refusal } from '../schema/leaf';
import { exampleAt, keysAt } from '../schema/schema-at';
import { findLocated, type Located } from '../yaml/located';
import { showValue } from '../yaml/plain-value';
import { needsQuotes, yamlWord } from '../yaml/yaml-word';
import type { FactProblem } from './fact-problem';

type Issue = z.core.$ZodIssue;

/** What a complaint of the schema means to the author of the file: one problem, or one for each unknown key. */
export function issueProblems(root: Located, issue: Issue): readonly FactProblem[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(root, [...path, key]));
  const found = findLocated(root, path);
  if (!found) return [missingKey(root, path)];
  const refusal = refusalOf(issue, found.value, path);
  const onKey = refusal.onKey === true || refusal.check === 'unknown-key';
  return [{ ...refusal, path, offset: onKey ? found.keyOffset : found.offset }];
}

function unknownKey(root: Located, path: FactPath): FactProblem {
  const allowed = keysAt(fleetFile, path.slice(0, -1));
  const guess = nearest(String(path.at(-1)), allowed);
  return {
    check: 'unknown-key',
    path,
    offset: findLocated(root, path)?.keyOffset ?? 0,
    message: `unknown key, allowed are ${allowed.join(', ')}`,
    fix: guess ? `did you mean "${guess}"?` : 'remove it',
  };
}

/** A required key of the file, or of a list’s item: those of clusters are judged on the merged facts. */
function missingKey(root: Located, path: FactPath): FactProblem {
  const example = exampleAt(fleetFile, path);
  return {
    check: 'missing-key',
    path,
    offset: findLocated(root, path.slice(0, -1))?.offset ?? 0,
    message: 'the key is missing',
    fix: example === undefined ? 'add it, with its keys below it' : `add ${path.at(-1)}: ${example}`,
  };
}

function refusalOf(issue: Issue, value: Located, path: FactPath): Refusal {
  switch (issue.code) {
    case 'custom':
      return (issue.params as { readonly refusal: Refusal }).refusal;
    case 'invalid_value':
      return wrongWord(issue.values.map(String), value);
    case 'too_small':
      return outOfRange(value, `below ${issue.minimum}`, `write ${issue.minimum} or more`);
    case 'too_big':
      return outOfRange(value, `above ${issue.maximum}`, `write ${issue.maximum} or less`);
    case 'invalid_type':
      return wrongType(issue.expected, value, exampleAt(fleetFile, path));
    default:
      return {
        check: 'invalid-value',
        message: `${showValue(value)} is not allowed`,
        fix: 'see the schema of the fleet file',
      };
  }
}

function outOfRange(value: Located, where: string, fix: string): Refusal {
  return { check: 'invalid-value', message: `${showValue(value)} is ${where}`, fix };
}

function wrongWord(allowed: readonly string[], value: Located): Refusal {
  const shown = showValue(value);
  const list = `allowed are ${allowed.map(yamlWord).join(', ')}`;
  if (value.type === 'scalar' && typeof value.value === 'string') {
    // A version one digit away is no typo.
    const guess = /[a-z]/i.test(value.value) ? nearest(value.value, allowed) : undefined;
    const fix = guess ? `did you mean ${yamlWord(guess)}?` : 'write one of them';
    return { check: 'invalid-value', message: `${shown} is unknown, ${list}`, fix };
  }
  const source = value.type === 'scalar' ? (value.source ?? '') : '';
  const meant = allowed.includes(source) ? source : undefined;
  const fix = meant
    ? `put it in quotes: ${JSON.stringify(meant)}`
    : `write one of them${allowed.some(needsQuotes) ? ', in quotes' : ''}`;
  return { check: 'wrong-type', message: `${shown} is ${nameType(value)}, text is needed: ${list}`, fix };
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text is needed',
  number: 'a whole number is needed',
  int: 'a whole number is needed',
  boolean: 'true or false is needed',
  array: 'a list is needed',
  object: 'a map is needed',
  record: 'a map is needed',
};
const TRUE = /^(true|yes|y|on)$/i;
const FALSE = /^(false|no|n|off)$/i;

function wrongType(expected: string, value: Located, example: string | undefined): Refusal {
  const needed = EXPECTED[expected] ?? `${expected} is needed`;
  const shown = showValue(value);
  const type = nameType(value);
  const message = shown === type ? `${type} is written, ${needed}` : `${shown} is ${type}, ${needed}`;
  return { check: 'wrong-type', message, fix: betterType(expected, value) ?? suchAs(expected, example) };
}

/** How to write the same value in the type that is needed. */
function betterType(expected: string, value: Located): string | undefined {
  if (value.type !== 'scalar' || value.value === null) return undefined;
  const text = value.source ?? String(value.value);
  if (expected === 'string') return `put it in quotes: ${JSON.stringify(text)}`;
  if (expected === 'number' && /^[0-9]+$/.test(text.trim())) return `write it without quotes: ${text.trim()}`;
  if (expected === 'boolean' && TRUE.test(text)) return 'write true';
  if (expected === 'boolean' && FALSE.test(text)) return 'write false';
  return expected === 'array' ? `write a list: [${yamlWord(text)}]` : undefined;
}

function suchAs(expected: string, example: string | undefined): string {
  if (expected === 'array') return 'write a list: [] with its items, or one "- " line an item';
  if (expected === 'object' || expected === 'record') return 'write "key: value" lines below it, indented';
  return example === undefined ? 'write one' : `write for example ${example}`;
}

function nameType(value: Located): string {
  if (value.type !== 'scalar') return `a ${value.type}`;
  if (value.value === null) return 'nothing';
  if (typeof value.value === 'number') return Number.isInteger(value.value) ? 'a number' : 'a number with a fraction';
  return typeof value.value === 'string' ? 'text' : 'a boolean';
}
