import { publishBatch, startBatch } from '../db/import-batches.ts';
import { describeSource, ensureSource } from '../db/import-sources.ts';
import {
  areaSets,
  areasOfSet,
  deleteGoneSurvey,
  incomingSurveyColumns,
  indicators,
  insertIndicators,
  insertNewSurvey,
  makeIncomingSurvey,
  placeIncomingSurvey,
  takeOutGivenByOthers,
  updateChangedSurvey,
  type IndicatorRow,
  type SurveyAreaSet,
} from '../db/import-survey.ts';
import { cell, findColumns } from './columns.ts';
import { ImportFault, stopIfCancelled } from './fault.ts';
import { noteColumns, type Job, type Outcome } from './job.ts';
import { readTable } from './readers/read-table.ts';
import { knownIndicator, newIndicator } from './survey-indicators.ts';
import { surveyFields, surveyRowOf, type SurveyContext, type SurveyRow } from './survey-rows.ts';
import { copyLine } from './values.ts';

const wholeMeasures = ['INDEX_0_6', 'PERCENT'] as const;

/** Loads the values of the safety survey: one row an area, question, year and group of respondents. */
export async function importSurvey(job: Job): Promise<Outcome> {
  const { gate, clock, report, options } = job;
  const known = await gate.service('importer', async (tx) => {
    const set = chooseSet(await areaSets(tx), options.get('set') ?? null);
    return { set, areas: await areasOfSet(tx, set.id), indicators: await indicators(tx) };
  });
  // `measure=INDEX_0_6` says it for the whole file; any other word is a column's heading.
  const measure = wholeMeasures.find((code) => code === job.mapping.get('measure')) ?? null;
  const questions = new Questions(known.indicators, measure);
  const { rows, read } = await readRows(job, known.areas, questions);
  if (rows.length === 0) throw new ImportFault(read === 0 ? 'no_rows' : 'nothing_usable', { read: String(read) });
  stopIfCancelled(job.signal);
  report.progress('publish', read);
  const counts = await gate.service('importer', async (tx) => {
    await insertIndicators(tx, questions.added());
    const sourceId = await ensureSource(tx, job.source, 'survey');
    await makeIncomingSurvey(tx);
    await tx.copyIn('pg_temp.incoming_survey', incomingSurveyColumns, lines(rows));
    await placeIncomingSurvey(tx, known.set.id);
    const others = await takeOutGivenByOthers(tx, sourceId);
    for (const { row, indicator } of others)
      report.refuse({ row, field: 'indicator', value: indicator, reason: 'given_by_other_source' });
    const gone = await deleteGoneSurvey(tx, sourceId);
    const changed = await updateChangedSurvey(tx, sourceId);
    const added = await insertNewSurvey(tx, sourceId);
    const same = rows.length - others.length - added - changed;
    const done = { read, new: added, changed, same, gone, refused: report.refused };
    if (added + changed + gone > 0) {
      const at = clock.now();
      const batch = { sourceId, kind: 'survey', fileName: job.fileName, fileDigest: job.digest, at };
      await publishBatch(tx, await startBatch(tx, batch), at, { ...done, withoutPosition: 0 });
      await describeSource(tx, {
        ...batch,
        licence: options.get('licence') ?? null,
        attribution: options.get('attribution') ?? null,
        read,
        published: rows.length - others.length,
        refused: report.refused,
      });
    }
    return done;
  });
  report.note('survey_set', { set: known.set.code });
  for (const { nameSv, measure } of questions.added().filter(({ code }) => knownIndicator(code) === null))
    report.note('new_indicator', { name: nameSv, measure });
  return { counts, extent: null };
}

/** The set that is named, or the only one, or the only one of survey areas. */
function chooseSet(sets: readonly SurveyAreaSet[], asked: string | null): SurveyAreaSet {
  const codes = sets.map(({ code }) => code).join(', ');
  if (asked !== null) {
    const found = sets.find(({ code }) => code === asked);
    if (!found) throw new ImportFault('no_such_area_set', { set: asked, sets: codes });
    return found;
  }
  const ofSurvey = sets.filter(({ kind }) => kind === 'survey_area');
  const [only, ...more] = ofSurvey.length > 0 ? ofSurvey : sets;
  if (!only || more.length > 0) throw new ImportFault('choose_area_set', { sets: codes });
  return only;
}

/** The questions of the file: those the database has, those we know, and new ones in their own words. */
class Questions {
  readonly #byText = new Map<string, IndicatorRow>();
  readonly #added = new Map<string, IndicatorRow>();
  constructor(
    private readonly stored: readonly IndicatorRow[],
    /** Of every question that is new, when the one who imports has said so. */
    private readonly measure: IndicatorRow['measure'] | null,
  ) {}

  added(): IndicatorRow[] {
    return [...this.#added.values()];
  }

  find(text: string, measureText: string): IndicatorRow {
    const plain = text.toLowerCase();
    const found = this.#byText.get(plain) ?? this.#resolve(text, measureText);
    this.#byText.set(plain, found);
    return found;
  }

  #resolve(text: string, measureText: string): IndicatorRow {
    const plain = text.toLowerCase();
    const known = knownIndicator(text);
    const stored = this.stored.find(
      ({ code, nameSv, nameEn }) =>
        code === (known?.code ?? plain) || nameSv.toLowerCase() === plain || nameEn.toLowerCase() === plain,
    );
    if (stored) return stored;
    const measure = measureOf(measureText) ?? this.measure;
    if (!known && !measure) throw new ImportFault('measure_needed', { indicator: text });
    const made = known ?? newIndicator(text, measure ?? 'PERCENT');
    const same = this.stored.find(({ code }) => code === made.code);
    if (same) return same;
    this.#added.set(made.code, made);
    return made;
  }
}

function measureOf(text: string): IndicatorRow['measure'] | null {
  if (/^(index|INDEX_0_6)/i.test(text)) return 'INDEX_0_6';
  return /^(%|procent|percent|andel|PERCENT)/i.test(text) ? 'PERCENT' : null;
}

async function readRows(
  job: Job,
  areas: readonly { readonly code: string; readonly name: string }[],
  questions: Questions,
): Promise<{ rows: SurveyRow[]; read: number }> {
  const { report, mapping, options } = job;
  const table = await readTable(job.path, options);
  try {
    const isWhole = wholeMeasures.some((code) => code === mapping.get('measure'));
    const columns = findColumns(
      table,
      surveyFields,
      isWhole ? new Map([...mapping].filter(([field]) => field !== 'measure')) : mapping,
    );
    const { index } = columns;
    for (const field of ['indicator', 'year', 'value'] as const)
      if (index[field] < 0) throw new ImportFault('column_needed', { field, columns: table.header.join(', ') });
    if (index.area < 0 && index.comparison < 0)
      throw new ImportFault('column_needed', { field: 'area', columns: table.header.join(', ') });
    noteColumns(report, table.format, columns);
    const context: SurveyContext = {
      index,
      areas: areasByText(areas),
      comparisons: new Set((options.get('comparison') ?? '').toLowerCase().split(';').filter(Boolean)),
      indicatorOf: (text, row) => questions.find(text, cell(row, index.measure)),
    };
    const rows: SurveyRow[] = [];
    const seen = new Map<string, SurveyRow>();
    let read = 0;
    for await (const chunk of table.chunks()) {
      stopIfCancelled(job.signal);
      chunk.rows.forEach((row, order) => {
        if (row.every((value) => value.trim() === '')) return;
        read += 1;
        const made = surveyRowOf(row, chunk.first + order, context);
        if ('reason' in made) return report.refuse(made);
        const { areaCode, comparison, indicator, year, round, respondents } = made;
        const key = [areaCode, comparison, indicator, year, round, respondents].join('\u001f');
        if (seen.has(key))
          return report.refuse({ row: made.row, field: 'value', value: cell(row, index.value), reason: 'duplicate' });
        seen.set(key, made);
        return rows.push(made);
      });
      report.progress('read', read);
    }
    return { rows, read };
  } finally {
    await table.close();
  }
}

function areasByText(areas: readonly { readonly code: string; readonly name: string }[]): Map<string, string | null> {
  const byText = new Map<string, string | null>();
  for (const { code, name } of areas) {
    const plain = name.toLowerCase();
    const before = byText.get(plain);
    byText.set(plain, before === undefined || before === code ? code : null);
  }
  for (const { code } of areas) byText.set(code.toLowerCase(), code);
  return byText;
}

function* lines(rows: readonly SurveyRow[]): Generator<string> {
  for (const {
    row,
    areaCode,
    comparison,
    indicator,
    year,
    round,
    respondents,
    value,
    status,
    answers,
    responseRate,
  } of rows)
    yield copyLine([
      row,
      areaCode,
      comparison,
      indicator,
      year,
      round,
      respondents,
      value,
      status,
      answers,
      responseRate,
    ]);
}
