import { PointCounter } from '#core/density/stacked-points.ts';
import type { IncidentCategory } from '#core/wire/layers.ts';
import { cell, findColumns, plainName, type FieldNames } from './columns.ts';
import { ImportFault } from './fault.ts';
import { categoryOf, isCategory } from './incident-categories.ts';
import { timeReader, type TimeGrain } from './incident-time.ts';
import { dayOrderAsked, noteColumns, type Job } from './job.ts';
import { sensitiveGroupOf, type SensitiveGroup } from './keep/sensitive.ts';
import { Monthly } from './monthly.ts';
import { positionFields, positionReader } from './positions.ts';
import type { Chunk, Table } from './readers/table.ts';
import { contentKeys } from './row-keys.ts';
import { rowsOf } from './rows.ts';
import { Positions } from './spread.ts';
import { parseYesNo } from './values.ts';

export const incidentFields = {
  time: [
    'datetime',
    'occurred at',
    'tidpunkt',
    'brottstid',
    'date',
    'datum',
    'händelsedatum',
    'brottsdatum',
    'time',
    'tid',
    'month',
    'månad',
  ],
  // A column of times beside one of dates is the hour.
  hour: ['hour', 'timme', 'klockslag', 'tid', 'time'],
  category: [
    'category',
    'kategori',
    'crime type',
    'brottstyp',
    'brottskategori',
    'händelsetyp',
    'type',
    'typ',
    'offense',
    'offence',
    'brott',
  ],
  indoors: ['indoors', 'inomhus', 'inne', 'inne ute'],
  // Read to keep crimes in homes out, and not stored.
  premises: ['platstyp', 'typ av plats', 'brottsplatstyp', 'premises', 'premise', 'premise type', 'location type'],
  ...positionFields,
} as const satisfies FieldNames<string>;

/** A day with a time of day behind it. */
const fullMoment = /\d[T ,]+(kl\.? ?)?\d{1,2}[:.]\d{2}/;

/** Of several columns that could be the time, the one whose cells are whole moments: it says most. */
export function timeByValues(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  mapping: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (mapping.has('time')) return mapping;
  const names = new Set(incidentFields.time.map(plainName));
  const at = header.findIndex((heading, index) => {
    if (!names.has(plainName(heading))) return false;
    const cells = rows.map((row) => row[index] ?? '').filter(Boolean);
    return cells.length > 0 && cells.filter((text) => fullMoment.test(text)).length > cells.length / 2;
  });
  return at < 0 ? mapping : new Map([...mapping, ['time', header[at] ?? '']]);
}

/** What a category's name comes to. */
interface Crime {
  readonly category: IncidentCategory;
  readonly group: SensitiveGroup | null;
}

type Peeked = { readonly first: Chunk; readonly rest: AsyncIterator<Chunk> };

/** So many rows tell what the others are like: a file begins with its first days. */
const enoughToTell = 5000;

/** The first rows, which tell what the others are like. */
export async function firstChunk(table: Table): Promise<Peeked> {
  const rest = table.chunks()[Symbol.asyncIterator]();
  const start = await rest.next();
  if (start.done) throw new ImportFault('no_rows');
  const rows = [...start.value.rows];
  while (rows.length < enoughToTell) {
    const next = await rest.next();
    if (next.done) break;
    rows.push(...next.value.rows);
  }
  return { first: { first: start.value.first, rows }, rest };
}

export interface IncidentReader {
  /** Lines for COPY, one list a chunk. */
  lines(): AsyncGenerator<string[]>;
  readonly result: {
    read: number;
    withoutPosition: number;
    readonly positions: Positions;
    readonly points: PointCounter;
    readonly months: Monthly;
  };
  readonly timeGrain: TimeGrain;
  readonly unknown: Map<string, number>;
}

/**
 * Turns the rows of a file into finished lines: of a crime time, category, indoors or out, and position go on, nothing
 * else. A file without a column of categories may be given one category for all of it.
 */
export function incidentReader(
  table: Table,
  { options, mapping, ground, opened, report, signal }: Job,
  { first, rest }: Peeked,
): IncidentReader {
  const asked = mapping.get('category');
  const constant = asked !== undefined && !table.header.includes(asked) && isCategory(asked) ? asked : null;
  const chosen = constant ? new Map([...mapping].filter(([field]) => field !== 'category')) : mapping;
  const columns = findColumns(table, incidentFields, timeByValues(table.header, first.rows, chosen));
  const { index } = columns;
  if (index.time < 0) throw new ImportFault('column_needed', { field: 'time', columns: table.header.join(', ') });
  noteColumns(report, table.format, columns);
  if (index.category < 0 && !constant) report.note('no_category_column');

  const timeOf = (row: readonly string[]) => [cell(row, index.time), cell(row, index.hour)] as const;
  const times = timeReader(
    first.rows.map(timeOf),
    options.get('timezone') ?? 'Europe/Stockholm',
    /m(onth|ånad)/i.test(table.header[index.time] ?? ''),
    dayOrderAsked(options),
  );
  const crs = options.has('crs') ? Number(options.get('crs')) : null;
  const positions = positionReader(table.wktColumn, index, first.rows, crs, ground);
  const keyOf = contentKeys();
  const unknown = new Map<string, number>();
  const categories = new Map<string, Crime>();
  const result = {
    read: 0,
    withoutPosition: 0,
    positions: new Positions(),
    points: new PointCounter(),
    months: new Monthly(),
  };

  function crimeIn(row: readonly string[]): Crime {
    const name = index.category < 0 ? '' : cell(row, index.category);
    const premises = index.premises < 0 ? '' : cell(row, index.premises);
    const key = `${name}\u001f${premises}`;
    let crime = categories.get(key);
    if (crime === undefined) {
      const found = constant ?? categoryOf(name);
      if (!found && index.category >= 0 && !unknown.has(name)) unknown.set(name, 0);
      crime = { category: found ?? 'other', group: sensitiveGroupOf(name, premises) };
      categories.set(key, crime);
    }
    if (unknown.size > 0 && unknown.has(name)) unknown.set(name, (unknown.get(name) ?? 0) + 1);
    return crime;
  }

  function line(row: readonly string[], number: number): string | null {
    const [timeText, hourText] = timeOf(row);
    const time = timeText === '' ? null : times.of(timeText, hourText);
    const placed = positions.of(row);
    if ('reason' in placed) {
      result.withoutPosition += 1;
      report.refuse({ row: number, field: 'position', value: placed.value, reason: placed.reason });
      return null;
    }
    if (!time) {
      const reason = timeText === '' ? 'no_time' : 'not_a_time';
      report.refuse({ row: number, field: 'time', value: `${timeText} ${hourText}`.trim(), reason });
      return null;
    }
    const [east, north] = placed.position;
    const indoors = parseYesNo(cell(row, index.indoors)) === true;
    const { category, group } = crimeIn(row);
    if (group && !opened.has(group)) {
      report.refuse({ row: number, field: 'category', value: cell(row, index.category), reason: `sensitive_${group}` });
      return null;
    }
    result.positions.add(placed.position);
    result.points.add(east, north);
    result.months.add(time.occurredAt);
    const content = `${time.occurredAt}\t${time.hour ?? '\\N'}\t${category}\t${indoors}\t${east}\t${north}\n`;
    return `${keyOf(content)}\t${content}`;
  }

  async function* lines(): AsyncGenerator<string[]> {
    for await (const part of rowsOf(table, { report, signal }, result, both(first, rest))) {
      const finished: string[] = [];
      for (const { number, cells } of part) {
        const made = line(cells, number);
        if (made !== null) finished.push(made);
      }
      yield finished;
    }
  }
  return { lines, result, timeGrain: times.grain, unknown };
}

async function* both(first: Chunk, rest: AsyncIterator<Chunk>): AsyncGenerator<Chunk> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
