import fc from 'fast-check';
import { cronProblem } from '../../../lib/constructs/workload/cron-schedule';

test.each([
  '* * * * *',
  '*/15 8-18 * * mon-fri',
  '0 0 1,15 JAN-mar ?',
  '5/10 0-23/2 * * sun',
  '0 0 29 2 *',
  '0 0 31 2 mon',
  '  17 3 * * *  ',
  '@hourly',
  '@every 1h30m',
  '@every .5h',
])('%s is a schedule', (schedule) => expect(cronProblem(schedule)).toBeUndefined());

test.each([
  { schedule: '', found: 'it has 0 fields' },
  { schedule: '* * * *', found: 'it has 4 fields' },
  { schedule: '0 * * * * *', found: 'it has 6 fields' },
  { schedule: '60 * * * *', found: 'its minute is "60"' },
  { schedule: '* 24 * * *', found: 'its hour is "24"' },
  { schedule: '* * 0 * *', found: 'its day of month is "0"' },
  { schedule: '* * * 13 *', found: 'its month is "13"' },
  { schedule: '* * * * 7', found: 'its day of week is "7"' },
  { schedule: '* * * jann *', found: 'its month is "jann"' },
  { schedule: '30-10 * * * *', found: 'its minute is "30-10"' },
  { schedule: '*/0 * * * *', found: 'its minute is "*/0"' },
  { schedule: '1,,2 * * * *', found: 'its minute is "1,,2"' },
  { schedule: '1-2-3 * * * *', found: 'its minute is "1-2-3"' },
  { schedule: '1/2/3 * * * *', found: 'its minute is "1/2/3"' },
  { schedule: '0 0 31 2,4 *', found: 'no such day ever comes' },
  { schedule: '@reboot', found: 'there is no such macro' },
  { schedule: '@every 0s', found: 'there is no such macro' },
  { schedule: '@every soon', found: 'there is no such macro' },
  { schedule: 'TZ=UTC 0 0 * * *', found: 'it names a time zone' },
])('$schedule: $found', ({ schedule, found }) => expect(cronProblem(schedule)?.found).toBe(found));

test('every schedule within the ranges is accepted, whatever the day of week', () => {
  const within = (min: number, max: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.integer({ min, max }).map(String),
      fc
        .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
        .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    );
  const fields = fc.tuple(within(0, 59), within(0, 23), within(1, 31), within(1, 12), fc.constantFrom('0', 'mon-fri'));
  fc.assert(fc.property(fields, (texts) => cronProblem(texts.join(' ')) === undefined));
});
