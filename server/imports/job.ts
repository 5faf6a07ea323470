import type { Clock } from '../db/clock.ts';
import type { Gate } from '../db/gate.ts';
import type { Columns } from './columns.ts';
import type { Counts, Report } from './report.ts';

/** What a kind of import is given. */
export interface Job {
  readonly gate: Gate;
  readonly clock: Clock;
  /** The file as it lies on the disk. */
  readonly path: string;
  /** Its name without the folder. */
  readonly fileName: string;
  /** SHA-256 in hexadecimal. */
  readonly digest: string;
  /** What the source is called: the same name again is the same source. */
  readonly source: string;
  /** `name=value` of this kind's options. */
  readonly options: ReadonlyMap<string, string>;
  /** `field=column`. */
  readonly mapping: ReadonlyMap<string, string>;
  readonly report: Report;
  readonly signal: AbortSignal;
}

/** What a kind of import gives back once everything is published. */
export interface Outcome {
  readonly counts: Counts;
  /** The ground that the data lie on, EPSG:3006: west, south, east, north; null when it should not move the opening view. */
  readonly extent: readonly [number, number, number, number] | null;
}

/** Tells how the file was understood. */
export function noteColumns(report: Report, format: string, columns: Columns<string>): void {
  report.note('understood', {
    format,
    columns: columns.used.map(([field, heading]) => `${field} = ${heading}`).join(', '),
  });
}
