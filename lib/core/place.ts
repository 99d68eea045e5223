/** Where a value was written: a file relative to the project, with line and column counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `fleet/fleet.yaml:41:9`, the form that editors and terminals open on a click. */
export function formatPlace(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}
