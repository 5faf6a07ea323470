import type { ImportFinding, ImportSettings } from '#core/wire/imports.ts';
import type { Box, Position } from '#core/position.ts';
import { cell } from '../../columns.ts';
import { withoutPersonalNumbers } from '../../keep/personal-number.ts';
import type { CrsGuess, Pair } from '../guess-crs.ts';

/** What a trap looks at: the first rows of a file as they stand and as they were understood. */
export interface Sample {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The file's number of the first row here: 2 below headings on row 1. */
  readonly firstRow: number;
  /** Field to column number, as the kind will read them; fields without a column are left out or -1. */
  readonly fields: Readonly<Record<string, number>>;
  /** One a row, EPSG:3006, as read under `epsg` and `isNorthFirst`; null where there is none. Of an outline a corner. */
  readonly positions: readonly (Position | null)[];
  /** The numbers that the positions were read from, in the order of the columns taken for east and north (or of the layer). */
  readonly pairs: readonly Pair[];
  /** The system that the positions were read in; null without positions. */
  readonly epsg: number | null;
  /** The pairs were turned: the column taken for east was read as north. */
  readonly isNorthFirst: boolean;
  /** How the system was found; null when it was said. */
  readonly crsGuess: CrsGuess | null;
  /** The municipality's extent, EPSG:3006; null when the database does not know it. */
  readonly expected: Box | null;
  /** Where the installation's clocks are. */
  readonly timeZone: string;
}

export type Trap = (sample: Sample) => ImportFinding[];

export function finding(
  severity: ImportFinding['severity'],
  code: string,
  values: ImportFinding['values'] = {},
  proposal: ImportSettings | null = null,
): ImportFinding {
  return { code, severity, values, proposal };
}

/** The filled cells of a column with their row's number in the file. */
export function cellsOf(sample: Sample, index: number): { readonly text: string; readonly row: number }[] {
  return sample.rows
    .map((row, order) => ({ text: cell(row, index), row: sample.firstRow + order }))
    .filter(({ text }) => text !== '');
}

export function headingOf(sample: Sample, index: number): string {
  return sample.header[index] ?? '';
}

/** Columns that are read into one of some fields; every column when nothing has been said of fields yet. */
export function columnsFor(sample: Sample, ...fields: readonly string[]): number[] {
  const mapped = Object.entries(sample.fields).filter(([, index]) => index >= 0);
  if (mapped.length === 0) return sample.header.map((_, index) => index);
  return mapped.filter(([field]) => fields.length === 0 || fields.includes(field)).map(([, index]) => index);
}

/** A cell for showing in a sentence: short, on one line, without anybody's personal number. */
export function shown(text: string): string {
  return withoutPersonalNumbers(text).replace(/\s+/g, ' ').slice(0, 40);
}

/** "12, 14, 17" of at most five row numbers. */
export function someRows(rows: readonly number[]): string {
  return rows.slice(0, 5).join(', ');
}

/** Whole percent, never 0 of something nor 100 of not all. */
export function percent(part: number, whole: number): number {
  if (part === 0 || part === whole) return part === 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
}
