import { readDuration } from '../../core/duration';

/** What is wrong with a schedule. */
export interface CronProblem {
  readonly found: string;
  readonly fix: string;
}

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names of the values from `min` on. */
  readonly names: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const FIELDS: readonly Field[] = [
  { name: 'minute', min: 0, max: 59, names: [] },
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day of month', min: 1, max: 31, names: [] },
  { name: 'month', min: 1, max: 12, names: MONTHS },
  { name: 'day of week', min: 0, max: 6, names: DAYS },
];
const MACROS = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];
/** Days of each month, in a leap year. */
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * What is wrong with the schedule of a CronJob, by the rules of the parser that the controller uses: five fields with
 * `*`, `?`, lists, ranges, steps and names, where Sunday is 0 and never 7; or a macro.
 *
 * @returns `undefined` when the schedule is valid and can come true.
 * @see https://pkg.go.dev/github.com/robfig/cron/v3
 */
export function cronProblem(schedule: string): CronProblem | undefined {
  if (/^(TZ|CRON_TZ)=/.test(schedule)) return { found: 'it names a time zone', fix: 'give timeZone instead' };
  if (schedule.startsWith('@')) return macroProblem(schedule);
  const texts = schedule.trim().split(/\s+/);
  if (texts.length !== FIELDS.length) {
    const fix = 'give minute, hour, day of month, month and day of week, such as 17 3 * * mon-fri';
    return { found: `it has ${schedule.trim() ? texts.length : 0} fields`, fix };
  }
  const values: (ReadonlySet<number> | undefined)[] = [];
  for (const [index, field] of FIELDS.entries()) {
    const read = readField(field, texts[index] ?? '');
    if (read === undefined) {
      const found = `its ${field.name} is "${texts[index]}"`;
      return { found, fix: `use ${field.min} to ${field.max}, * or lists, ranges and steps of them` };
    }
    values.push(read);
  }
  const [, , daysOfMonth, months] = values;
  if (texts[4] !== '*' && texts[4] !== '?') return undefined;
  const comes = [...(months ?? [])].some((month) =>
    [...(daysOfMonth ?? [])].some((day) => day <= (DAYS_OF_MONTH[month - 1] ?? 0)),
  );
  return comes ? undefined : { found: 'no such day ever comes', fix: 'choose a day that one of its months has' };
}

function macroProblem(schedule: string): CronProblem | undefined {
  if (MACROS.includes(schedule)) return undefined;
  const [, interval] = /^@every (.*)$/.exec(schedule) ?? [];
  if (interval !== undefined && (readDuration(interval) ?? 0) > 0) return undefined;
  return { found: 'there is no such macro', fix: `use @every 1h30m or one of ${MACROS.join(', ')}` };
}

/** The values that a field stands for, or `undefined` when it cannot be read. */
function readField(field: Field, text: string): ReadonlySet<number> | undefined {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step, ...rest] = part.split('/');
    const bounds = readRange(field, range, step !== undefined);
    const stride = step === undefined ? 1 : /^\d+$/.test(step) ? Number(step) : 0;
    if (!bounds || stride === 0 || rest.length > 0) return undefined;
    for (let value = bounds[0]; value <= bounds[1]; value += stride) values.add(value);
  }
  return values;
}

function readRange(field: Field, text: string, hasStep: boolean): readonly [number, number] | undefined {
  if (text === '*' || text === '?') return [field.min, field.max];
  const [first = '', last, ...rest] = text.split('-');
  const from = readValue(field, first);
  // One value with a step means from there to the end.
  const to = last === undefined ? (hasStep ? field.max : from) : readValue(field, last);
  return from === undefined || to === undefined || from > to || rest.length > 0 ? undefined : [from, to];
}

function readValue({ min, max, names }: Field, text: string): number | undefined {
  const named = names.indexOf(text.toLowerCase());
  if (named >= 0) return named + min;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}
