/*
 * A text stands plain only where every reader takes it for a string: it begins like a word, a path, a variable or a
 * flag, and is printable ASCII without what ends a plain scalar (`: `, ` #`). What begins with a digit is quoted, as
 * 0755, 1e3, 12:30, 1_000, 10.0.0.0 and 2026-11-22 are numbers or times to some readers (and so is e1), except
 * quantities and durations with a unit that no number grammar knows.
 */
const PLAIN = /^(?![-.]*[eE][-+]?\d[\d_]*$)(?:\.?[A-Za-z/$]|--?[A-Za-z])(?:[!-9;-~]|:(?=[!-~])| (?=[!"$-~]))*$/;
const QUANTITY = /^\d+(?:\.\d+)?(?:[KMGTP]i|[kMGTPmsh%]|ms)$/;

/**
 * Words that are no strings to some reader.
 *
 * @see https://yaml.org/type/bool.html
 * @see https://yaml.org/type/float.html
 * @see https://yaml.org/type/null.html
 */
const WORD = /^\.?(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const LONGEST_WORD = 5;

/**
 * Characters that are written as escapes: controls, lone surrogates, line breaks of YAML 1.1 (NEL, U+2028, U+2029), the
 * byte order mark and non-characters, which readers refuse or change; no-break spaces and marks of direction, which a
 * reviewer cannot see.
 */
const UNSEEN =
  '\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u00a0\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202f\\u2060-\\u206f\\ufeff\\ufff0-\\uffff';
const ESCAPED = new RegExp(`[${UNSEEN}]`, 'gu');

/**
 * What a literal block cannot hold exactly or safely: escapes, blanks at the end of a line, which editors and
 * pre-commit hooks remove, blanks at the start of the first line with text, which would be taken for indentation.
 */
const NOT_LITERAL = new RegExp(`(?![\\t\\n])[${UNSEEN}]|[ \\t](?:\\n|$)|^\\n*(?:[ \\t]|$)`, 'u');

/**
 * A scalar as YAML.
 *
 * @param indent - Column of the key or dash that it belongs to; the lines of a literal block stand two deeper.
 * @returns `undefined` when JSON has no word for it: NaN, a function, a string that is no Unicode text.
 */
export function scalarText(value: unknown, indent: string): string | undefined {
  if (typeof value === 'string') return stringText(value, indent);
  if (typeof value === 'number') return numberText(value);
  return value === null || typeof value === 'boolean' ? String(value) : undefined;
}

function stringText(text: string, indent: string): string | undefined {
  if (PLAIN.test(text) ? text.length > LONGEST_WORD || !WORD.test(text) : QUANTITY.test(text)) return text;
  return (text.includes('\n') ? literalText(text, indent) : undefined) ?? quotedText(text);
}

/** The fraction and the sign of the exponent are there for YAML 1.1, which reads `1e21` as a string. */
function numberText(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  const text = String(value);
  return /^-?\de/.test(text) ? text.replace('e', '.0e') : text;
}

function literalText(text: string, indent: string): string | undefined {
  if (NOT_LITERAL.test(text)) return undefined;
  const chomping = !text.endsWith('\n') ? '-' : text.endsWith('\n\n') ? '+' : '';
  const body = chomping === '-' ? text : text.slice(0, -1);
  return `|${chomping}\n${`\n${body}`.replace(/\n(?=[^\n])/g, `\n${indent}  `).slice(1)}`;
}

const LONE_SURROGATE = /\p{Cs}/u;

function quotedText(text: string): string | undefined {
  if (LONE_SURROGATE.test(text)) return undefined;
  return JSON.stringify(text).replace(ESCAPED, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const PLAIN_KEY = /^(?!\.?[eE][-+]?\d[\d_]*$)\.?[A-Za-z/][-A-Za-z0-9_./]*$/;
/** Readers look for the colon of a key within 1,024 characters; a longer one has to be announced by `? `. */
const LONGEST_KEY = 1000;

/** The keys written so far: a fleet has few, and each is written a hundred thousand times. */
const KEYS = new Map<string, string>();
const MOST_KEYS = 10_000;

/**
 * A key of a map with its colon.
 *
 * @param indent - Column of the map's keys.
 * @returns `undefined` when the key is no Unicode text.
 */
export function keyText(key: string, indent: string): string | undefined {
  const known = KEYS.get(key);
  if (known !== undefined) return known;
  const written = PLAIN_KEY.test(key) && !WORD.test(key) ? key : quotedText(key);
  if (written === undefined) return undefined;
  if (written.length > LONGEST_KEY) return `? ${written}\n${indent}:`;
  if (KEYS.size < MOST_KEYS) KEYS.set(key, `${written}:`);
  return `${written}:`;
}
