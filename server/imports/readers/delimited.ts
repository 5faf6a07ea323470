import { ImportFault } from '../fault.ts';
import { findHeadings } from './headings.ts';
import { rawRows, type RawOptions, type RawRows } from './raw-rows.ts';
import { SetAside } from './set-aside.ts';
import type { Chunk, ReadNote, Table } from './table.ts';
import type { Encoding } from './utf8.ts';

export interface TextOptions extends Omit<RawOptions, 'delimiter' | 'isOwn'> {
  /** Number of the row of headings, 0 for none; null or nothing finds it. */
  readonly heading?: number | null | undefined;
  /** Hands rows of totals on. */
  readonly keepTotals?: boolean | undefined;
  /**
   * `map`: made by GDAL of a layer, whose headings stand on the first row and whose rows are all data. `sheet`: made by
   * GDAL of a sheet, one row of GDAL's own above it.
   */
  readonly made?: 'map' | 'sheet' | undefined;
}

/** A table of a text file, with what was found out about the text. */
export interface TextTable extends Table {
  readonly headingRow: number;
  readonly delimiter: string;
  encoding(): Encoding;
}

/**
 * A text file with its headings: title, date and empty rows above them are passed over. It streams: a file of millions
 * of rows takes no more memory than one of ten. Separator and encoding are found by looking, unless they are given.
 * @throws ImportFault `no_rows`, `no_header`, `only_headings`, and what reading the text throws
 */
export async function readDelimited(path: string, delimiter?: string, options: TextOptions = {}): Promise<TextTable> {
  const { heading = null, keepTotals = false, made } = options;
  const raw = await rawRows(path, { delimiter, encoding: options.encoding ?? null, isOwn: made !== undefined });
  try {
    return await shaped(raw, { heading: made === 'map' ? 1 : heading, keepTotals, made });
  } catch (error) {
    raw.close();
    throw error;
  }
}

async function shaped(raw: RawRows, { heading, keepTotals = false, made }: TextOptions): Promise<TextTable> {
  const start = await raw.batches.next();
  const rows = start.done ? [] : start.value;
  if (made === 'sheet') rows.shift();
  const asked =
    heading === null || heading === undefined ? null : heading === 0 ? -1 : Math.max(0, heading - raw.first);
  if (rows.length === 0) throw new ImportFault('no_rows');
  const found = findHeadings(made === 'map' ? rows.slice(0, 1) : rows.slice(0, 5000), asked);
  const data = rows.slice(found.row + 1);
  const firstData = raw.first + found.row + 1;
  // The batch is known to be the last only when the next is asked for.
  const next = await raw.batches.next();
  if (made !== 'map' && next.done && data.every((row) => row.every((cell) => cell.trim() === '')))
    throw new ImportFault('only_headings');
  const out = made === 'map' ? null : new SetAside(found.header.length, keepTotals);

  async function* chunks(): AsyncGenerator<Chunk> {
    const ready = (chunk: Chunk) => chunk.rows.length > 0;
    let row = firstData;
    const take = (batch: string[][], isAll: boolean): Chunk => {
      row += batch.length;
      return out ? out.take(batch, row - batch.length, isAll) : { first: row - batch.length, rows: batch };
    };
    const opening = take(data, next.done === true);
    if (ready(opening)) yield opening;
    if (next.done) {
      if (out) yield* [out.rest(row)].filter(ready);
      return;
    }
    const second = take(next.value, false);
    if (ready(second)) yield second;
    for await (const batch of raw.batches) yield* [take(batch, false)].filter(ready);
    if (out) yield* [out.rest(row)].filter(ready);
  }
  return {
    header: found.header,
    wktColumn: null,
    headingRow: found.row < 0 ? 0 : raw.first + found.row,
    delimiter: raw.delimiter,
    encoding: raw.encoding,
    get format() {
      return `CSV (${raw.delimiter === '\t' ? 'tab' : raw.delimiter}) ${raw.encoding()}`;
    },
    aside: out?.aside ?? [],
    get notes(): ReadNote[] {
      const mixed = raw.isMixed() ? [{ code: 'mixed_letters', values: {} }] : [];
      return [...(out?.notes() ?? []), ...mixed];
    },
    chunks,
    async close() {
      raw.close();
    },
  };
}
