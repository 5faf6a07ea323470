import { givenByOthers, indicators, insertIndicators, type IndicatorRow } from '../db/import-survey.ts';
import { cell, findColumns } from './columns.ts';
import { ImportFault } from './fault.ts';
import { noteColumns, type Job, type ReadResult } from './job.ts';
import { inspectFile } from './readers/inspect.ts';
import { readTable } from './readers/read-table.ts';
import { rowsOf, type Row } from './rows.ts';
import { knownAreas, withAreaColumn, type KnownAreas } from './survey-areas.ts';
import { knownIndicator, newIndicator } from './survey-indicators.ts';
import { surveyFields, surveyRowOf, type SurveyContext, type SurveyRow } from './survey-rows.ts';
import { longForm, yearOfSheet } from './survey-wide.ts';
import { copyLine } from './values.ts';
import { wholeFile } from './whole-file.ts';

const wholeMeasures = ['INDEX_0_6', 'PERCENT', 'INDEX'] as const;

/** Reads the values of the safety survey: a row for each area, question, year and group of respondents, or wide tables of them. */
export async function readSurvey(job: Job): Promise<ReadResult> {
  const { gate, report, options, sourceId } = job;
  const areas = await knownAreas(gate, options.get('set'));
  const stored = await gate.service('importer', indicators);
  // `measure=INDEX_0_6` says it for the whole file; any other word is a column's heading.
  const measure = wholeMeasures.find((code) => code === job.mapping.get('measure')) ?? null;
  const questions = new Questions(stored, measure);
  const { rows, read } = await readRows(job, areas, questions);
  if (rows.length === 0) throw new ImportFault(read === 0 ? 'no_rows' : 'nothing_usable', { read: String(read) });
  // What another source has given already stays as it is.
  const taken = await gate.service('importer', async (tx) => {
    await insertIndicators(tx, questions.added());
    const years = [...new Set(rows.map(({ year }) => year))];
    return new Set(await givenByOthers(tx, sourceId, areas.set.id, years));
  });
  const own = rows.filter((row) => {
    if (!taken.has(keyOf(row))) return true;
    report.refuse({ row: row.row, field: 'indicator', value: row.indicator, reason: 'given_by_other_source' });
    return false;
  });
  await job.loader.add('survey_value', lines(own, areas.set.id));
  report.note('survey_set', { set: areas.set.code });
  for (const { nameSv, measure: scale } of questions.added().filter(({ code }) => knownIndicator(code) === null))
    report.note('new_indicator', { name: nameSv, measure: scale });
  return { read, publishing: {} };
}

function keyOf({ areaCode, comparison, indicator, year, round, respondents }: SurveyRow): string {
  return [areaCode ?? '', comparison ?? '', indicator, year, round, respondents].join('\u001f');
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

  /** Whether a heading's words are a question that we or the database know. */
  isKnown(words: string): boolean {
    const plain = words.toLowerCase();
    return (
      knownIndicator(words) !== null ||
      this.stored.some(({ nameSv, nameEn }) => nameSv.toLowerCase() === plain || nameEn.toLowerCase() === plain)
    );
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

/** Every sheet of a workbook, or the one table. */
async function readRows(
  job: Job,
  areas: KnownAreas,
  questions: Questions,
): Promise<{ rows: SurveyRow[]; read: number }> {
  const seen = new Set<string>();
  if (job.options.get('sheets') !== 'all') return readSheet(job, null, areas, questions, seen);
  const { layers } = await inspectFile(job.path, job.options, job.signal);
  const rows: SurveyRow[] = [];
  let read = 0;
  for (const { name } of layers) {
    const year = yearOfSheet(name);
    if (year === '' && layers.length > 1) {
      job.report.note('sheet_without_year', { sheet: name });
      continue;
    }
    const sheet = await readSheet(job, { name, year }, areas, questions, seen);
    rows.push(...sheet.rows);
    read += sheet.read;
  }
  return { rows, read };
}

async function readSheet(
  job: Job,
  sheet: { readonly name: string; readonly year: string } | null,
  areas: KnownAreas,
  questions: Questions,
  seen: Set<string>,
): Promise<{ rows: SurveyRow[]; read: number }> {
  const { report, options } = job;
  // A total is a line to compare with here, unless somebody says that it is to go.
  const asked = new Map([['totals', 'keep'], ...options, ...(sheet?.name ? [['layer', sheet.name] as const] : [])]);
  const table = await readTable(job.path, asked);
  try {
    const whole = wholeFile(job, table.header, {
      year: (text) => yearOfSheet(text) === text,
      measure: (text) => wholeMeasures.some((code) => code === text),
    });
    const tally = { read: 0 };
    const all: Row[] = [];
    for await (const part of rowsOf(table, job, tally)) all.push(...part);
    const sample = all.slice(0, 500).map(({ cells }) => cells);
    const mapping = withAreaColumn(table, surveyFields.area, whole.mapping, sample, areas);
    const columns = findColumns(table, surveyFields, mapping);
    if (columns.index.area < 0 && columns.index.comparison < 0)
      throw new ImportFault('column_needed', { field: 'area', columns: table.header.join(', ') });
    noteColumns(report, table.format, columns);
    const form = longForm(
      table,
      columns.index,
      {
        year: whole.values.year || (sheet?.year ?? ''),
        takesAll: whole.values.measure !== '',
        isValueSaid: Boolean(mapping.get('value')),
        isQuestion: (words) => questions.isKnown(words),
      },
      sample,
    );
    if (form.wide.length > 0) report.note('wide', { columns: form.wide.map(({ heading }) => heading).join(', ') });
    const context: SurveyContext = {
      index: form.index,
      areas,
      comparisons: new Set((options.get('comparison') ?? '').toLowerCase().split(';').filter(Boolean)),
      indicatorOf: (text, row) => questions.find(text, cell(row, form.index.measure)),
    };
    const rows: SurveyRow[] = [];
    for (const { number, cells } of all) {
      for (const long of form.of(cells)) {
        const made = surveyRowOf(long, number, context);
        if ('reason' in made) {
          report.refuse(made);
          continue;
        }
        const key = keyOf(made);
        if (seen.has(key)) {
          report.refuse({ row: made.row, field: 'value', value: cell(long, form.index.value), reason: 'duplicate' });
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
