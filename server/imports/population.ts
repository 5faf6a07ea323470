import { cell, findColumns } from './columns.ts';
import { ImportFault } from './fault.ts';
import { noteColumns, type Job, type ReadResult } from './job.ts';
import { readTable } from './readers/read-table.ts';
import type { Reason } from './report.ts';
import { rowsOf, type Row } from './rows.ts';
import { numberStyle, parseAmount } from './sense/amount.ts';
import { populationFields } from './sense/fields.ts';
import { parsePeriod } from './sense/period.ts';
import { isWholeName, knownAreas, Wholes, withAreaColumn, type KnownAreas } from './survey-areas.ts';
import { readHeadings } from './survey-headings.ts';
import { copyLine } from './values.ts';
import { wholeFile } from './whole-file.ts';

/** One figure of the file, as it stands there. */
interface Figure {
  readonly row: number;
  readonly area: string;
  readonly year: string;
  /** Of part of the people (an age, a sex); empty when the row is of all. */
  readonly group: string;
  readonly text: string;
  /** From a table with one column a year, where an empty cell is no fault. */
  readonly isWide: boolean;
}

interface Persons {
  readonly row: number;
  readonly code: string;
  readonly year: number;
  /** People by group; the whole stands under an empty name. */
  readonly byGroup: Map<string, number>;
}

/** Reads people per area and year: one row a figure, or one column a year. */
export async function readPopulation(job: Job): Promise<ReadResult> {
  const areas = await knownAreas(job.gate, job.options.get('set'));
  const { figures, read } = await figuresOf(job, areas);
  const { decimal } = numberStyle(
    figures.map(({ text }) => text),
    true,
  );
  const found = new Map<string, Persons>();
  const wholes = new Wholes();
  for (const figure of figures) {
    const refuse = (field: string, value: string, reason: Reason) =>
      job.report.refuse({ row: figure.row, field, value, reason });
    const code = areas.codeOf(figure.area);
    if (code === null) {
      if (isWholeName(figure.area)) wholes.add(figure.area);
      else refuse('area', figure.area, figure.area === '' ? 'missing' : 'unknown_area');
      continue;
    }
    const year = yearOf(figure.year);
    if (year === null) {
      refuse('year', figure.year, figure.year === '' ? 'missing' : 'out_of_range');
      continue;
    }
    const amount = parseAmount(figure.text, decimal ?? 'comma');
    if (amount?.status === 'missing') {
      if (!figure.isWide) refuse('population', figure.text, 'missing');
      continue;
    }
    if (amount?.status !== 'published' || amount.value < 0 || !Number.isInteger(amount.value)) {
      refuse('population', figure.text, 'not_a_number');
      continue;
    }
    const key = `${code}\u001f${year}`;
    const persons = found.get(key) ?? { row: figure.row, code, year, byGroup: new Map<string, number>() };
    if (persons.byGroup.has(figure.group)) {
      refuse('population', figure.text, 'duplicate');
      continue;
    }
    persons.byGroup.set(figure.group, amount.value);
    found.set(key, persons);
  }
  wholes.tell(job.report);
  if (found.size === 0) throw new ImportFault(read === 0 ? 'no_rows' : 'nothing_usable', { read: String(read) });
  await job.loader.add(
    'population',
    [...found.values()].map(({ row, code, year, byGroup }) =>
      copyLine([row, areas.set.id, code, year, personsOf(byGroup)]),
    ),
  );
  job.report.note('survey_set', { set: areas.set.code });
  return { read, publishing: {} };
}

/** The whole when the file says it; else its parts together. */
function personsOf(byGroup: ReadonlyMap<string, number>): number {
  return byGroup.get('') ?? [...byGroup.values()].reduce((sum, part) => sum + part, 0);
}

/** "2024", "31 december 2024", "2024-12-31". */
function yearOf(text: string): number | null {
  const period = parsePeriod(text);
  if (typeof period === 'string' || (period.grain !== 'year' && period.grain !== 'day')) return null;
  const year = Number(period.from.slice(0, 4));
  return year >= 1900 && year <= 2100 ? year : null;
}

async function figuresOf(job: Job, areas: KnownAreas): Promise<{ figures: Figure[]; read: number }> {
  const { report, options } = job;
  const table = await readTable(job.path, options);
  try {
    const { mapping, values } = wholeFile(job, table.header, { year: (text) => yearOf(text) !== null });
    const whole = values.year;
    const tally = { read: 0 };
    const rows: Row[] = [];
    for await (const part of rowsOf(table, job, tally)) rows.push(...part);
    const sample = rows.slice(0, 500).map(({ cells }) => cells);
    const columns = findColumns(
      table,
      populationFields,
      withAreaColumn(table, populationFields.area, mapping, sample, areas),
    );
    const { index } = columns;
    const needed = (field: string) => new ImportFault('column_needed', { field, columns: table.header.join(', ') });
    if (index.area < 0) throw needed('area');
    noteColumns(report, table.format, columns);
    const group = (cells: readonly string[]) => {
      const text = cell(cells, index.group);
      return /^(tot|samtliga|alla|all|båda|both|summa)/i.test(text) ? '' : text;
    };
    const of = (row: Row, year: string, text: string, isWide = false): Figure => ({
      row: row.number,
      area: cell(row.cells, index.area),
      year,
      group: group(row.cells),
      text,
      isWide,
    });
    if (index.population >= 0 && (index.year >= 0 || whole !== '')) {
      const figures = rows.map((row) =>
        of(row, whole || cell(row.cells, index.year), cell(row.cells, index.population)),
      );
      return { figures, read: tally.read };
    }
    const years = readHeadings(table.header, Object.values(index)).filter(({ period }) => period?.grain === 'year');
    if (years.length === 0) throw needed(index.population < 0 ? 'population' : 'year');
    report.note('wide', { columns: years.map(({ heading }) => heading).join(', ') });
    const figures = rows.flatMap((row) =>
      years.map(({ index: column, period }) => of(row, period?.from.slice(0, 4) ?? '', cell(row.cells, column), true)),
    );
    return { figures, read: tally.read };
  } finally {
    await table.close();
  }
}
