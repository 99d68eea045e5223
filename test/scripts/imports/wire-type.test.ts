import type { Schema } from '../../../scripts/imports/schema';
import { quote, wireInterface, wireType } from '../../../scripts/imports/wire-type';

const resolve = (ref: string) => `Named${ref}`;

const TYPES: readonly { readonly name: string; readonly schema: Schema; readonly want: string }[] = [
  { name: 'text', schema: { type: 'string' }, want: 'string' },
  { name: 'a time, which is text', schema: { type: 'string', format: 'date-time' }, want: 'string' },
  { name: 'bytes, which are text', schema: { type: 'string', format: 'byte' }, want: 'string' },
  { name: 'a whole number', schema: { type: 'integer', format: 'int64' }, want: 'number' },
  { name: 'a number', schema: { type: 'number' }, want: 'number' },
  { name: 'a switch', schema: { type: 'boolean' }, want: 'boolean' },
  { name: 'a port of OpenAPI', schema: { type: 'string', format: 'int-or-string' }, want: 'number | string' },
  { name: 'a port of a CRD', schema: { 'x-kubernetes-int-or-string': true }, want: 'number | string' },
  { name: 'one of some words', schema: { type: 'string', enum: ['a', "it's"] }, want: "'a' | 'it\\'s'" },
  { name: 'one of some numbers', schema: { type: 'integer', enum: [301, 302] }, want: 'number' },
  { name: 'a reference', schema: { $ref: 'Pod' }, want: 'NamedPod' },
  { name: 'a list', schema: { type: 'array', items: { $ref: 'Pod' } }, want: 'readonly NamedPod[]' },
  {
    name: 'a list of either',
    schema: { type: 'array', items: { type: 'string', format: 'int-or-string' } },
    want: 'readonly (number | string)[]',
  },
  {
    name: 'a list of lists',
    schema: { type: 'array', items: { type: 'array', items: { type: 'string' } } },
    want: 'readonly (readonly string[])[]',
  },
  {
    name: 'a map of lists',
    schema: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
    want: 'Readonly<Record<string, readonly string[]>>',
  },
  { name: 'an open object', schema: { type: 'object' }, want: 'Readonly<Record<string, unknown>>' },
  {
    name: 'an object of anything',
    schema: { type: 'object', additionalProperties: true },
    want: 'Readonly<Record<string, unknown>>',
  },
  { name: 'free JSON', schema: {}, want: 'unknown' },
];

test.each(TYPES)('wireType: $name', ({ schema, want }) => expect(wireType(schema, resolve)).toBe(want));

test('an interface sorts its fields, asks for the required ones and lets the others be undefined', () => {
  const schema: Schema = {
    type: 'object',
    required: ['port'],
    properties: { port: { type: 'integer' }, anything: {}, 'x-mode': { type: 'string' }, $ref: { type: 'string' } },
  };
  expect(wireInterface('Door', schema, resolve)).toBe(
    [
      'export interface Door {',
      "  readonly '$ref'?: string | undefined;",
      '  readonly anything?: unknown;',
      '  readonly port: number;',
      "  readonly 'x-mode'?: string | undefined;",
      '}',
      '',
    ].join('\n'),
  );
});

test('a quoted text reads back as itself', () => expect(quote("a\\b'c")).toBe("'a\\\\b\\'c'"));
