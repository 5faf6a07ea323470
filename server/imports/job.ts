import type { Clock } from '../db/clock.ts';
import type { Gate } from '../db/gate.ts';
import type { Publishing } from '../db/import-batches.ts';
import type { SensitiveGroup } from './keep/sensitive.ts';
import type { Columns } from './columns.ts';
import type { Loader } from './loader.ts';
import type { Ground } from './positions.ts';
import type { Report } from './report.ts';
import type { DayOrder } from './values.ts';

/** What a kind of import is given to read a file into. */
export interface Job {
  readonly gate: Gate;
  readonly clock: Clock;
  /** The file as it lies on the disk. */
  readonly path: string;
  /** Its name without the folder. */
  readonly fileName: string;
  /** What the source is called: the same name again is the same source. */
  readonly source: string;
  readonly sourceId: number;
  /** The batch that nobody sees until it is published. */
  readonly batchId: number;
  /** Takes finished rows of the tables of schema `loaded`. */
  readonly loader: Loader;
  /** `name=value` of this kind's options. */
  readonly options: ReadonlyMap<string, string>;
  /** `field=column`; an empty column takes a guessed one away. */
  readonly mapping: ReadonlyMap<string, string>;
  /** What the rows are expected to lie on, and what has been said of their axes. */
  readonly ground: Ground;
  /** Groups of crimes that somebody has opened with a reason; the others are refused. */
  readonly opened: ReadonlySet<SensitiveGroup>;
  readonly report: Report;
  readonly signal: AbortSignal;
}

/** What a kind gives back once all of a file has been read into its batch. */
export interface ReadResult {
  /** Rows of the file, blank ones not counted. */
  readonly read: number;
  /** Rows that were not refused, of a kind whose rows are added. */
  readonly kept?: number;
  /** Of them those that were refused for want of a position. */
  readonly withoutPosition?: number;
  /** What publishing does beside showing the rows. */
  readonly publishing: Publishing;
}

/** Which of day and month a person has said stands first; null when the dates are to tell. */
export function dayOrderAsked(options: ReadonlyMap<string, string>): DayOrder | null {
  const asked = options.get('day_order');
  return asked === 'mdy' || asked === 'dmy' ? asked : null;
}

/** Tells how the file was understood. */
export function noteColumns(report: Report, format: string, columns: Columns<string>): void {
  report.note('understood', {
    format,
    columns: columns.used.map(([field, heading]) => `${field} = ${heading}`).join(', '),
  });
}
