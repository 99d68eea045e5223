import type { ShapeMeasurement } from '../../bench/measure/measure-shape';
import type { Measurement } from '../../bench/measure/measurement';
import { median } from '../../bench/measure/median';
import { readOptions } from '../../bench/options';
import { betweenMarkers } from '../../bench/report/between-markers';
import { resultsTable } from '../../bench/report/results-table';
import { targetsTable } from '../../bench/report/targets';

const whole = (facts: Partial<Measurement>): Measurement => ({
  name: 'Bayplan',
  clusters: 10,
  measured: 10,
  seconds: 0.2,
  ...facts,
});

test('a line for each measurement, with what is not known left empty', () => {
  const table = resultsTable([
    whole({ cpuSeconds: 0.25, timesCopy: 2.345, peakBytes: 90e6 }),
    whole({ name: 'slow', clusters: 1000, measured: 400, seconds: 60 }),
    whole({ name: 'slower', clusters: 1000, measured: 0, seconds: 60.4 }),
  ]);
  expect(table.split('\n')).toEqual([
    '| what    |    clusters |       seconds | CPU seconds | µs an object | times `cp -r` | peak MB |',
    '| ------- | ----------: | ------------: | ----------: | -----------: | ------------: | ------: |',
    '| Bayplan |          10 |          0.20 |        0.25 |          100 |          2.35 |      90 |',
    '| slow    | 400 of 1000 |         60.00 |             |          750 |               |         |',
    '| slower  |        1000 | stopped at 60 |             |              |               |         |',
    '',
  ]);
});

test('targets say what was reached', () => {
  const at = (clusters: number, seconds: number): ShapeMeasurement => {
    const measurement = whole({ clusters, measured: clusters, seconds, timesCopy: 3, peakBytes: 1e9 });
    return { whole: measurement, warm: measurement, copy: measurement };
  };
  const extremes = { small: at(10, 1), large: at(100, 12) };
  const rows = targetsTable({ typical: extremes, worst: extremes }).split('\n').slice(2, -1);
  expect(
    rows.map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, 5),
    ),
  ).toEqual([
    ['typical, 100 clusters: times `cp -r`', '2.5', '3.00', 'no'],
    ['worst, 100 clusters: times `cp -r`', '6', '3.00', 'yes'],
    ['typical, 100 clusters: peak GB', '1.5', '1.00', 'yes'],
    ['typical, warm: µs an object at 100 by that at 10', '1.15', '1.20', 'no'],
    ['worst, warm: µs an object at 100 by that at 10', '1.15', '1.20', 'no'],
  ]);
});

test.each([
  { values: [3, 1, 2], want: 2 },
  { values: [4, 1, 2, 3], want: 2 },
  { values: [7], want: 7 },
])('the median of $values is $want', ({ values, want }) => expect(median(values)).toBe(want));

test('the table goes between the markers, whatever was there', () => {
  const page = 'a\n<!-- bench:start -->\nold\n<!-- bench:end -->\nb\n';
  const once = betweenMarkers(page, 'new\n');
  expect(once).toBe('a\n<!-- bench:start -->\n\nnew\n\n<!-- bench:end -->\nb\n');
  expect(betweenMarkers(once, 'new\n')).toBe(once);
  expect(() => betweenMarkers('a', 'new')).toThrow('lacks');
});

test.each([
  { args: [], want: { clusters: [10, 100, 1000], runs: 3, peers: true, whole: true } },
  { args: ['--clusters', '100,10'], want: { clusters: [10, 100], runs: 3, peers: true, whole: false } },
  { args: ['--folder', '/d'], want: { clusters: [10, 100, 1000], runs: 3, peers: true, folder: '/d', whole: false } },
  { args: ['--runs=1', '--no-peers'], want: { clusters: [10, 100, 1000], runs: 1, peers: false, whole: false } },
])('options $args', ({ args, want }) => expect(readOptions(args)).toEqual(want));

test.each([['--clusters', '10,ten'], ['--runs', '0'], ['--fast']])('options %s are refused', (...args) => {
  expect(() => readOptions(args)).toThrow();
});
