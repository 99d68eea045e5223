import type { ShapeMeasurement } from '../measure/measure-shape';
import { microsPerObject } from '../measure/measurement';
import type { Shape } from '../shapes/shape';
import { markdownTable } from './markdown-table';

/** Measurements of the smallest and the largest fleet of a run, by shape. */
export type Extremes = Readonly<Record<Shape, { readonly small: ShapeMeasurement; readonly large: ShapeMeasurement }>>;

/** What the synthesis is held to, beside what was measured. */
export function targetsTable({ typical, worst }: Extremes): string {
  const clusters = typical.large.whole.clusters;
  const growth = ({ small, large }: Extremes[Shape]): number =>
    microsPerObject(large.warm) / microsPerObject(small.warm);
  const rows = [
    target(`typical, ${clusters} clusters: times \`cp -r\``, typical.large.whole.timesCopy, 2.5),
    target(`worst, ${clusters} clusters: times \`cp -r\``, worst.large.whole.timesCopy, 6),
    target(`typical, ${clusters} clusters: peak GB`, gigabytes(typical.large.whole.peakBytes), 1.5),
    target(
      `typical, warm: µs an object at ${clusters} by that at ${typical.small.warm.clusters}`,
      growth(typical),
      1.15,
    ),
    target(`worst, warm: µs an object at ${clusters} by that at ${worst.small.warm.clusters}`, growth(worst), 1.15),
  ];
  return markdownTable(['target', 'at most', 'measured', 'reached'], rows);
}

function target(name: string, measured: number | undefined, most: number): readonly string[] {
  if (measured === undefined) return [name, String(most), '', ''];
  return [name, String(most), measured.toFixed(2), measured <= most ? 'yes' : 'no'];
}

function gigabytes(bytes: number | undefined): number | undefined {
  return bytes === undefined ? undefined : bytes / 1e9;
}
