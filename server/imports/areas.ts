import { areaSetByCode, areaSetExtentOfBatch, ensureAreaSet, type AreaSet } from '../db/import-areas.ts';
import { noteAreaFaults } from './area-faults.ts';
import { cell, findColumns, type FieldNames } from './columns.ts';
import { ImportFault } from './fault.ts';
import { dayOrderAsked, noteColumns, type Job, type ReadResult } from './job.ts';
import { readTable } from './readers/read-table.ts';
import { isWhole } from './readers/wkt.ts';
import type { Reason } from './report.ts';
import { longestKey } from './row-keys.ts';
import { rowsOf } from './rows.ts';
import { areAllCapitals, titleCase } from './title-case.ts';
import { copyLine, dayOrderOf, parseCode, parseDay, parseNumber, type DayOrder } from './values.ts';

export const areaFields = {
  code: [
    'do_kod',
    'deso',
    'desokod',
    'regso',
    'regsokod',
    'kn_kod',
    'ln_kod',
    'kod',
    'code',
    'områdeskod',
    'nyckel',
    'nyckelkod',
    'bas_kod',
    'baskod',
    'id_kod',
  ],
  name: [
    'delområde',
    'deso_namn',
    'regso_namn',
    'regsonamn',
    'kn_namn',
    'ln_namn',
    'namn',
    'name',
    'områdesnamn',
    'område',
    'stadsdel',
    'basområde',
    'bas_namn',
  ],
  population: ['population', 'befolkning', 'folkmängd', 'invånare', 'antal invånare', 'pop', 'totalt'],
  valid_from: ['valid_from', 'giltig_från', 'från', 'gäller_från'],
  valid_to: ['valid_to', 'giltig_till', 'till', 'gäller_till'],
} as const satisfies FieldNames<string>;

interface AreaRow {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly population: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly wkt: string;
}

/** Reads a set of areas into the batch; rows that share code and validity are parts of one area. */
export async function readAreas(job: Job): Promise<ReadResult> {
  const { gate, report, options, sourceId } = job;
  const { rows, read } = await areaRows(job);
  if (rows.length === 0) throw new ImportFault(read === 0 ? 'no_rows' : 'nothing_usable', { read: String(read) });
  const set = options.get('set') ?? job.source;
  const areaSetId = await gate.service('importer', async (tx) => {
    const known = await areaSetByCode(tx, set);
    if (known && known.sourceId !== null && known.sourceId !== sourceId)
      throw new ImportFault('set_of_other_source', { set, source: known.source ?? '' });
    return ensureAreaSet(tx, describeSet(set, job, rows, sourceId));
  });
  await job.loader.add('area', lines(rows, areaSetId));
  await job.loader.finish();
  await noteAreaFaults(job, rows.length);
  report.note('area_set', { set });
  const extent = await gate.service('importer', (tx) => areaSetExtentOfBatch(tx, job.batchId));
  return { read, publishing: { areaSetId, extent } };
}

async function areaRows(job: Job): Promise<{ rows: AreaRow[]; read: number }> {
  const { report, mapping } = job;
  const table = await readTable(job.path, job.options);
  try {
    if (table.wktColumn === null) throw new ImportFault('no_positions');
    const columns = findColumns(table, areaFields, mapping);
    const { index } = columns;
    if (index.name < 0 && index.code < 0)
      throw new ImportFault('column_needed', { field: 'name', columns: table.header.join(', ') });
    noteColumns(report, table.format, columns);
    const rows: AreaRow[] = [];
    const names = new Map<string, string>();
    const tally = { read: 0 };
    for await (const part of rowsOf(table, job, tally)) {
      for (const { number, cells } of part) {
        const made = areaOf(cells, number, table.wktColumn, index, dayOrderAsked(job.options));
        if ('reason' in made) {
          report.refuse(made);
          continue;
        }
        // Two names under one code: which of them is the area's is not ours to choose.
        const key = `${made.code} ${made.validFrom}`;
        const known = names.get(key);
        if (known !== undefined && known !== made.name) {
          report.refuse({ row: made.row, field: 'code', value: made.code, reason: 'duplicate' });
          continue;
        }
        names.set(key, made.name);
        rows.push(made);
      }
    }
    const capitals = areAllCapitals(rows.map(({ name }) => name));
    const named = capitals ? rows.map((row) => ({ ...row, name: titleCase(row.name) })) : rows;
    // Parts of one area stand together, so that they are joined in one statement.
    const ordered = named.toSorted((x, y) => (x.code < y.code ? -1 : x.code > y.code ? 1 : x.row - y.row));
    return { rows: ordered, read: tally.read };
  } finally {
    await table.close();
  }
}

type Refused = { row: number; field: string; value: string; reason: Reason };

function areaOf(
  row: readonly string[],
  number: number,
  wktColumn: number,
  index: Readonly<Record<keyof typeof areaFields, number>>,
  asked: DayOrder | null,
): AreaRow | Refused {
  const wkt = row[wktColumn] ?? '';
  const refuse = (field: string, value: string, reason: Reason) => ({ row: number, field, value, reason });
  if (wkt === '') return refuse('geometry', '', 'no_geometry');
  if (!/^(MULTI)?POLYGON|^GEOMETRYCOLLECTION/.test(wkt))
    return refuse('geometry', wkt.slice(0, wkt.indexOf('(')).trim(), 'not_an_area');
  if (!isWhole(wkt)) return refuse('geometry', '', 'degenerate');
  const name = cell(row, index.name) || parseCode(cell(row, index.code));
  const code = parseCode(cell(row, index.code)) || name;
  if (code === '') return refuse('code', '', 'missing');
  if (code.length > longestKey || name.length > longestKey)
    return refuse(code.length > longestKey ? 'code' : 'name', code.length > longestKey ? code : name, 'too_long');
  const populationText = cell(row, index.population);
  const population = populationText === '' ? null : parseNumber(populationText);
  if (populationText !== '' && (population === null || population < 0))
    return refuse('population', populationText, 'not_a_number');
  const order = asked ?? dayOrderOf([cell(row, index.valid_from), cell(row, index.valid_to)]);
  const days = (['valid_from', 'valid_to'] as const).map((field) => {
    const text = cell(row, index[field]);
    return { field, text, day: text === '' ? null : parseDay(text, order) };
  });
  const wrong = days.find(({ text, day }) => text !== '' && day === null);
  if (wrong) return refuse(wrong.field, wrong.text, 'not_a_day');
  const rounded = population === null ? null : Math.round(population);
  const [from, to] = days;
  return { row: number, code, name, population: rounded, validFrom: from?.day ?? null, validTo: to?.day ?? null, wkt };
}

/** The kind of a set that nobody has told, from its codes and its file's name. */
function describeSet(set: string, { options, fileName }: Job, rows: readonly AreaRow[], sourceId: number): AreaSet {
  const every = (pattern: RegExp) => rows.every(({ code }) => pattern.test(code));
  const asked = options.get('areas') as AreaSet['kind'] | undefined;
  const guessed = every(/^\d{4}[ABC]\d{4}/)
    ? 'deso'
    : every(/^\d{4}R\d{3}/)
      ? 'regso'
      : every(/^\d{4}$/) && /kommun/i.test(fileName)
        ? 'municipality'
        : /stadsdel/i.test(fileName)
          ? 'city_district'
          : /^(lan|län|tatort|tätort)/i.test(fileName)
            ? 'other'
            : 'survey_area';
  const title = options.get('title') ?? set.replace(/_/g, ' ').replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  return { code: set, nameSv: title, nameEn: options.get('title_en') ?? title, kind: asked ?? guessed, sourceId };
}

function lines(rows: readonly AreaRow[], areaSetId: number): string[] {
  return rows.map(({ row, code, name, population, validFrom, validTo, wkt }) =>
    copyLine([row, areaSetId, code, name, population, validFrom, validTo, wkt]),
  );
}
