import {
  areaSetExtent,
  deleteGoneAreas,
  ensureAreaSet,
  incomingAreaColumns,
  insertNewAreas,
  makeIncomingAreas,
  mendedAreas,
  shapeIncomingAreas,
  updateChangedAreas,
  type AreaSet,
} from '../db/import-areas.ts';
import { publishBatch, startBatch } from '../db/import-batches.ts';
import { describeSource, ensureSource } from '../db/import-sources.ts';
import { cell, findColumns, type FieldNames } from './columns.ts';
import { ImportFault, stopIfCancelled } from './fault.ts';
import { noteColumns, type Job, type Outcome } from './job.ts';
import { readTable } from './readers/read-table.ts';
import { isWhole } from './readers/wkt.ts';
import type { Reason } from './report.ts';
import { areAllCapitals, titleCase } from './title-case.ts';
import { copyLine, dayOrderOf, parseCode, parseDay, parseNumber } from './values.ts';

const fields = {
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

/** Loads a set of areas and shows it in one transaction; areas that the file no longer has go. */
export async function importAreas(job: Job): Promise<Outcome> {
  const { gate, report, options, clock } = job;
  const { rows, read } = await readAreas(job);
  if (rows.length === 0) throw new ImportFault(read === 0 ? 'no_rows' : 'nothing_usable', { read: String(read) });
  stopIfCancelled(job.signal);
  const set = options.get('set') ?? job.source;
  report.progress('publish', read);
  return gate.service('importer', async (tx) => {
    const sourceId = await ensureSource(tx, job.source, 'areas');
    const areaSetId = await ensureAreaSet(tx, describeSet(set, job, rows, sourceId));
    await makeIncomingAreas(tx);
    await tx.copyIn('pg_temp.incoming_area', incomingAreaColumns, lines(rows));
    await shapeIncomingAreas(tx);
    let taken = rows.length;
    for (const mended of await mendedAreas(tx)) {
      if (mended.parts > 1) {
        taken -= mended.parts - 1;
        report.note('parts_joined', { code: mended.code, parts: mended.parts });
      }
      if (mended.isEmpty) {
        taken -= 1;
        report.refuse({ row: mended.row, field: 'geometry', value: mended.code, reason: 'not_an_area' });
      } else if (!mended.wasValid) report.note('made_valid', { code: mended.code, row: mended.row });
    }
    const gone = await deleteGoneAreas(tx, areaSetId);
    const changed = await updateChangedAreas(tx, areaSetId);
    const added = await insertNewAreas(tx, areaSetId);
    const counts = { read, new: added, changed, same: taken - added - changed, gone, refused: report.refused };
    const at = clock.now();
    if (added + changed + gone > 0) {
      const batchId = await startBatch(tx, {
        sourceId,
        kind: 'areas',
        fileName: job.fileName,
        fileDigest: job.digest,
        at,
      });
      await publishBatch(tx, batchId, at, { ...counts, withoutPosition: 0 });
      await describeSource(tx, {
        sourceId,
        fileName: job.fileName,
        fileDigest: job.digest,
        licence: options.get('licence') ?? null,
        attribution: options.get('attribution') ?? null,
        at,
        read,
        published: taken,
        refused: report.refused,
      });
    }
    report.note('area_set', { set });
    return { counts, extent: await areaSetExtent(tx, areaSetId) };
  });
}

async function readAreas(job: Job): Promise<{ rows: AreaRow[]; read: number }> {
  const { report, mapping } = job;
  const table = await readTable(job.path, job.options);
  try {
    if (table.wktColumn === null) throw new ImportFault('no_positions');
    const columns = findColumns(table, fields, mapping);
    const { index } = columns;
    if (index.name < 0 && index.code < 0)
      throw new ImportFault('column_needed', { field: 'name', columns: table.header.join(', ') });
    noteColumns(report, table.format, columns);
    const rows: AreaRow[] = [];
    const names = new Map<string, string>();
    let read = 0;
    for await (const chunk of table.chunks()) {
      stopIfCancelled(job.signal);
      chunk.rows.forEach((row, order) => {
        read += 1;
        const made = areaOf(row, chunk.first + order, table.wktColumn ?? 0, index);
        if ('reason' in made) return report.refuse(made);
        // Two names under one code: which of them is the area's is not ours to choose.
        const key = `${made.code} ${made.validFrom}`;
        const known = names.get(key);
        if (known !== undefined && known !== made.name)
          return report.refuse({ row: made.row, field: 'code', value: made.code, reason: 'duplicate' });
        names.set(key, made.name);
        return rows.push(made);
      });
      report.progress('read', read);
    }
    const capitals = areAllCapitals(rows.map(({ name }) => name));
    return { rows: capitals ? rows.map((row) => ({ ...row, name: titleCase(row.name) })) : rows, read };
  } finally {
    await table.close();
  }
}

type Refused = { row: number; field: string; value: string; reason: Reason };

function areaOf(
  row: readonly string[],
  number: number,
  wktColumn: number,
  index: Readonly<Record<keyof typeof fields, number>>,
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
  const populationText = cell(row, index.population);
  const population = populationText === '' ? null : parseNumber(populationText);
  if (populationText !== '' && (population === null || population < 0))
    return refuse('population', populationText, 'not_a_number');
  const order = dayOrderOf([cell(row, index.valid_from), cell(row, index.valid_to)]);
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

function* lines(rows: readonly AreaRow[]): Generator<string> {
  for (const { row, code, name, population, validFrom, validTo, wkt } of rows)
    yield copyLine([row, code, name, population, validFrom, validTo, wkt]);
}
