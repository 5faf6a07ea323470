import {
  areaSets,
  areasOfSet,
  givenByOthers,
  indicators,
  insertIndicators,
  type IndicatorRow,
  type SurveyAreaSet,
} from '../db/import-survey.ts';
import { cell, findColumns } from './columns.ts';
import { ImportFault } from './fault.ts';
import { noteColumns, type Job, type ReadResult } from './job.ts';
import { readTable } from './readers/read-table.ts';
import { rowsOf } from './rows.ts';
import { knownIndicator, newIndicator } from './survey-indicators.ts';
import { surveyFields, surveyRowOf, type SurveyContext, type SurveyRow } from './survey-rows.ts';
import { copyLine } from './values.ts';

const wholeMeasures = ['INDEX_0_6', 'PERCENT'] as const;

/** Reads the values of the safety survey: one row an area, question, year and group of respondents. */
export async function readSurvey(job: Job): Promise<ReadResult> {
  const { gate, report, options, sourceId } = job;
  const known = await gate.service('importer', async (tx) => {
    const set = chooseSet(await areaSets(tx), options.get('set') ?? null);
    return { set, areas: await areasOfSet(tx, set.id), indicators: await indicators(tx) };
  });
  // `measure=INDEX_0_6` says it for the whole file; any other word is a column's heading.
  const measure = wholeMeasures.find((code) => code === job.mapping.get('measure')) ?? null;
  const questions = new Questions(known.indicators, measure);
  const { rows, read } = await readRows(job, known.areas, questions);
  if (rows.length === 0) throw new ImportFault(read === 0 ? 'no_rows' : 'nothing_usable', { read: String(read) });
  // What another source has given already stays as it is.
  const taken = await gate.service('importer', async (tx) => {
    await insertIndicators(tx, questions.added());
    const years = [...new Set(rows.map(({ year }) => year))];
    return new Set(await givenByOthers(tx, sourceId, known.set.id, years));
  });
  const own = rows.filter((row) => {
    if (!taken.has(keyOf(row))) return true;
    report.refuse({ row: row.row, field: 'indicator', value: row.indicator, reason: 'given_by_other_source' });
    return false;
  });
  await job.loader.add('survey_value', lines(own, known.set.id));
  report.note('survey_set', { set: known.set.code });
  for (const { nameSv, measure: scale } of questions.added().filter(({ code }) => knownIndicator(code) === null))
    report.note('new_indicator', { name: nameSv, measure: scale });
  return { read, publishing: {} };
}

function keyOf({ areaCode, comparison, indicator, year, round, respondents }: SurveyRow): string {
  return [areaCode ?? '', comparison ?? '', indicator, year, round, respondents].join('\u001f');
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
    const seen = new Set<string>();
    const tally = { read: 0 };
    for await (const part of rowsOf(table, job, tally)) {
      for (const { number, cells } of part) {
        const made = surveyRowOf(cells, number, context);
        if ('reason' in made) {
          report.refuse(made);
          continue;
        }
        const key = keyOf(made);
        if (seen.has(key)) {
          report.refuse({ row: made.row, field: 'value', value: cell(cells, index.value), reason: 'duplicate' });
          continue;
        }
        seen.add(key);
        rows.push(made);
      }
    }
    return { rows, read: tally.read };
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

function lines(rows: readonly SurveyRow[], areaSetId: number): string[] {
  return rows.map((row) =>
    copyLine([
      row.row,
      row.areaCode === null ? null : areaSetId,
      row.areaCode,
      row.comparison,
      row.indicator,
      row.year,
      row.round,
      row.respondents,
      row.value,
      row.status,
      row.answers,
      row.responseRate,
    ]),
  );
}
