import { type Measurement, microsPerObject } from '../measure/measurement';
import { markdownTable } from './markdown-table';

const HEAD = ['what', 'clusters', 'seconds', 'CPU seconds', 'µs an object', 'times `cp -r`', 'peak MB'];

/** All measurements as a Markdown table. */
export function resultsTable(measurements: readonly Measurement[]): string {
  return markdownTable(HEAD, measurements.map(row));
}

function row(measurement: Measurement): readonly string[] {
  const { name, clusters, measured, seconds, cpuSeconds, timesCopy, peakBytes } = measurement;
  const partly = measured < clusters;
  return [
    name,
    partly && measured > 0 ? `${measured} of ${clusters}` : String(clusters),
    measured === 0 ? `stopped at ${seconds.toFixed(0)}` : seconds.toFixed(2),
    cpuSeconds === undefined ? '' : cpuSeconds.toFixed(2),
    measured === 0 ? '' : microsPerObject(measurement).toFixed(0),
    timesCopy === undefined ? '' : timesCopy.toFixed(2),
    peakBytes === undefined ? '' : (peakBytes / 1e6).toFixed(0),
  ];
}
