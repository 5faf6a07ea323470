import type { Box } from '#core/position.ts';
import { cell, findColumns, type FieldNames } from './columns.ts';
import { ImportFault } from './fault.ts';
import { dayOrderAsked, noteColumns, type Job } from './job.ts';
import { positionReader } from './positions.ts';
import { readTable } from './readers/read-table.ts';
import { isWhole } from './readers/wkt.ts';
import type { Reason } from './report.ts';
import { contentKeys, longestKey } from './row-keys.ts';
import { rowsOf, type Row } from './rows.ts';
import { spreadOf } from './spread.ts';
import { Unread } from './unread.ts';
import { dayOrderOf, excelDay, parseCode, parseDay } from './values.ts';
import { wholeFile } from './whole-file.ts';

/** A row with its place and dates read; what its kind means is the caller's. */
export interface FeatureRow<Field extends string> {
  readonly row: number;
  readonly cells: readonly string[];
  readonly index: Readonly<Record<Field, number>>;
  /** The file's own where every row has its own, else a digest of what stands in the row. */
  readonly key: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  /** EPSG:3006. */
  readonly wkt: string;
}

export interface Features<Field extends string, Whole extends string> {
  readonly rows: readonly FeatureRow<Field>[];
  readonly read: number;
  readonly extent: Box | null;
  /** What is said of the whole file. */
  readonly whole: Readonly<Record<Whole, string>>;
  readonly unread: Unread;
}

type Wanted = 'any' | 'area' | 'point';
type Known = 'key' | 'name' | 'valid_from' | 'valid_to' | 'lon' | 'lat';

const shapes: Readonly<Record<Wanted, RegExp>> = {
  any: /^(MULTI)?(POINT|LINESTRING|POLYGON)/,
  area: /^(MULTI)?POLYGON|^GEOMETRYCOLLECTION/,
  point: /^POINT/,
};

/**
 * Reads the rows of a layer of things at places, with what `isValue` knows for a value of the whole file: by their geometry, or as points from two columns. Rows without a place of
 * the wanted shape, and those with a date that cannot be read or that end before they begin, are refused.
 * @throws ImportFault `no_positions`, `no_rows`.
 */
export async function featureRows<Field extends string, Whole extends string>(
  job: Job,
  fields: FieldNames<Field>,
  wanted: Wanted,
  isValue: Readonly<Record<Whole, (text: string) => boolean>>,
): Promise<Features<Field, Whole>> {
  const { report } = job;
  const table = await readTable(job.path, job.options);
  try {
    const { values: whole, mapping } = wholeFile(job, table.header, isValue);
    const columns = findColumns(table, fields, mapping);
    const at = (field: Known) => (columns.index as Readonly<Partial<Record<Known, number>>>)[field] ?? -1;
    if (wanted === 'area' && table.wktColumn === null) throw new ImportFault('no_positions');
    noteColumns(report, table.format, columns);
    const raw: Row[] = [];
    const tally = { read: 0 };
    for await (const part of rowsOf(table, job, tally)) raw.push(...part);
    if (raw.length === 0) throw new ImportFault('no_rows');
    const placeOf = placeReader(table.wktColumn, at, raw, job, wanted);
    const order =
      dayOrderAsked(job.options) ??
      dayOrderOf(raw.flatMap(({ cells }) => [cell(cells, at('valid_from')), cell(cells, at('valid_to'))]));
    const keyOf = keyReader(raw, at('key'), () =>
      report.note('keys_not_unique', { column: table.header[at('key')] ?? '' }),
    );
    const positions: (readonly [number, number])[] = [];
    const rows: FeatureRow<Field>[] = [];
    for (const { number: row, cells } of raw) {
      const refuse = (field: string, value: string, reason: Reason) => report.refuse({ row, field, value, reason });
      const placed = placeOf(cells);
      if ('reason' in placed) {
        refuse(table.wktColumn === null ? 'position' : 'geometry', placed.value, placed.reason);
        continue;
      }
      const [fromText, toText] = [cell(cells, at('valid_from')), cell(cells, at('valid_to'))];
      const [from, to] = [dayOf(fromText, order), dayOf(toText, order)];
      if (from === undefined) refuse('valid_from', fromText, 'not_a_day');
      else if (to === undefined) refuse('valid_to', toText, 'not_a_day');
      else if (from && to && to < from) refuse('valid_to', toText, 'out_of_range');
      else {
        positions.push(firstPosition(placed.wkt));
        const name = cell(cells, at('name'));
        rows.push({ row, cells, index: columns.index, key: keyOf(cells), name, from, to, wkt: placed.wkt });
      }
    }
    return { rows, read: tally.read, extent: spreadOf(positions).middle, whole, unread: new Unread() };
  } finally {
    await table.close();
  }
}

type Placed = { readonly wkt: string } | { readonly value: string; readonly reason: Reason };

function placeReader(
  wktColumn: number | null,
  at: (field: Known) => number,
  raw: readonly Row[],
  { options, ground }: Job,
  wanted: Wanted,
): (cells: readonly string[]) => Placed {
  if (wktColumn !== null) return (cells) => geometryOf(cell(cells, wktColumn), wanted);
  const sample = raw.slice(0, 5000).map(({ cells }) => cells);
  const crs = options.has('crs') ? Number(options.get('crs')) : null;
  const reader = positionReader(null, { lon: at('lon'), lat: at('lat') }, sample, crs, ground);
  return (cells) => {
    const placed = reader.of(cells);
    return 'reason' in placed ? placed : { wkt: `POINT (${placed.position.join(' ')})` };
  };
}

function geometryOf(wkt: string, wanted: Wanted): Placed {
  if (wkt === '' || /EMPTY\)?$/.test(wkt)) return { value: '', reason: 'no_geometry' };
  const shape = wkt.slice(0, wkt.indexOf('(')).trim();
  if (!shapes[wanted].test(wkt)) return { value: shape, reason: wanted === 'point' ? 'not_a_point' : 'not_an_area' };
  return isWhole(wkt) ? { wkt } : { value: '', reason: 'degenerate' };
}

/** Null for none, undefined for what is no day. */
function dayOf(text: string, order: ReturnType<typeof dayOrderOf>): string | null | undefined {
  if (text === '') return null;
  return excelDay(text) ?? parseDay(text, order) ?? (/^\d{4}$/.test(text) ? `${text}-01-01` : undefined);
}

/** A column of keys counts only when every row has its own. */
function keyReader(raw: readonly Row[], column: number, notUnique: () => void): (cells: readonly string[]) => string {
  const keys = raw.map(({ cells }) => parseCode(cell(cells, column)));
  if (column >= 0 && keys.every((key) => key !== '' && key.length <= longestKey) && new Set(keys).size === keys.length)
    return (cells) => parseCode(cell(cells, column));
  if (column >= 0) notUnique();
  const keyOf = contentKeys();
  return (cells) => keyOf(cells.join('\u001f'));
}

function firstPosition(wkt: string): readonly [number, number] {
  const [, east = '0', north = '0'] = /\(+\s*(\S+) ([^\s,)]+)/.exec(wkt) ?? [];
  return [Number(east), Number(north)];
}
