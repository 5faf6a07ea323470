import { cell } from './columns.ts';
import { ImportFault } from './fault.ts';
import type { Table } from './readers/table.ts';
import type { Refusal } from './report.ts';
import type { Row } from './rows.ts';
import { categoryIn, isTotalCategory } from './area-counts-rows.ts';
import { parsePeriod, type Period } from './sense/period.ts';
import { isCategory } from './incident-categories.ts';
import { readHeadings, type Heading } from './survey-headings.ts';
import { parseDay } from './values.ts';

/** The columns that say of what and when a count is; -1 for none. */
export interface CountColumns {
  readonly category: number;
  readonly period: number;
  readonly year: number;
  readonly month: number;
  readonly period_from: number;
  readonly period_to: number;
  readonly count: number;
}

/** What the one who imports says of the whole file; empty when nothing. */
export interface WholeFile {
  readonly category: string;
  readonly year: string;
}

/** A figure as it stands in the file. */
export interface Figure {
  readonly row: number;
  readonly cells: readonly string[];
  readonly word: string;
  readonly period: Period;
  readonly text: string;
}

export interface FigureReader {
  /** Headings that each hold figures of their own: one a period, or one a category. Empty for a long table. */
  readonly wide: readonly Heading[];
  /** Columns of figures, to find out how they write numbers. */
  readonly columns: readonly number[];
  of(row: Row): readonly (Figure | Refusal)[];
}

export const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text);

/** A category of ours, or a word that we know for one. */
export const isCategoryWord = (text: string): boolean => isCategory(text) || categoryIn(text).known;

/**
 * Reads rows with one figure each, or several under headings that are periods ("2024", "2024 Narkotikabrott") or categories.
 * @throws ImportFault `column_needed`.
 */
export function figureReader(
  table: Pick<Table, 'header'>,
  index: CountColumns,
  others: readonly number[],
  whole: WholeFile,
): FigureReader {
  const taken = [...others, ...Object.values(index)].filter((column) => column >= 0);
  const needed = (field: string) => new ImportFault('column_needed', { field, columns: table.header.join(', ') });
  const hasPeriod = index.period >= 0 || index.year >= 0 || index.period_from >= 0 || whole.year !== '';
  if (index.count >= 0) {
    if (!hasPeriod) throw needed('period');
    const status = statusColumn(table.header, index.count);
    return {
      wide: [],
      columns: [index.count],
      of(row) {
        const text = cell(row.cells, index.count) || cell(row.cells, status);
        return [figureOf(row, wordIn(row, whole, index), periodIn(row.cells, index, whole.year), text)];
      },
    };
  }
  const headings = readHeadings(table.header, taken);
  const periods = headings.filter(({ period }) => period !== null);
  if (periods.length > 0 && !hasPeriod) {
    return {
      wide: periods,
      columns: periods.map((heading) => heading.index),
      of: (row) =>
        periods.map((heading) => {
          const words = index.category >= 0 || whole.category !== '' ? '' : countless(heading.words);
          const word = words || wordIn(row, whole, index);
          return figureOf(row, word, heading.period, cell(row.cells, heading.index));
        }),
    };
  }
  const categories = headings.filter(({ words }) => isCategoryWord(words) || isTotalCategory(words));
  if (index.category >= 0 || categories.length === 0) throw needed('count');
  if (!hasPeriod) throw needed('period');
  return {
    wide: categories,
    columns: categories.map((heading) => heading.index),
    of(row) {
      const period = periodIn(row.cells, index, whole.year);
      return categories.map((heading) => figureOf(row, heading.words, period, cell(row.cells, heading.index)));
    },
  };
}

/** "Antal" and the like beside a year say nothing of what is counted. */
const countless = (words: string) => (/^(antal|count|n|värde|anmälda brott)$/i.test(words) ? '' : words);

function wordIn({ cells }: Row, whole: WholeFile, index: CountColumns): string {
  return whole.category || cell(cells, index.category);
}

function figureOf(
  row: Row,
  word: string,
  period: Period | { readonly text: string } | null,
  text: string,
): Figure | Refusal {
  if (period === null || !('from' in period)) {
    const value = period?.text ?? '';
    return { row: row.number, field: 'period', value, reason: value === '' ? 'missing' : 'not_a_period' };
  }
  if (period.from.slice(0, 4) !== period.to.slice(0, 4))
    return { row: row.number, field: 'period', value: `${period.from}–${period.to}`, reason: 'period_over_years' };
  return { row: row.number, cells: row.cells, word, period, text };
}

/** From the first and last day, else from a column of periods, else from year and month. */
function periodIn(
  cells: readonly string[],
  index: CountColumns,
  wholeYear: string,
): Period | { readonly text: string } {
  const [from, to] = [cell(cells, index.period_from), cell(cells, index.period_to)];
  const [first, last] = [parseDay(from, 'dmy'), parseDay(to, 'dmy')];
  if (first && last) return read(`${first} -- ${last}`);
  const text = cell(cells, index.period);
  const year = wholeYear || cell(cells, index.year).replace(/\.0+$/, '');
  const month = cell(cells, index.month).replace(/\.0+$/, '');
  if (text !== '') {
    const alone = read(text);
    return 'from' in alone || year === '' ? alone : read(`${text} ${year}`);
  }
  if (month === '') return read(year);
  return read(/^\d{1,2}$/.test(month) ? `${year}-${month.padStart(2, '0')}` : `${month} ${year}`);
}

function read(text: string): Period | { readonly text: string } {
  const period = parsePeriod(text);
  return typeof period === 'string' ? { text } : period;
}

/** Brå says beside an empty figure why it is empty: "Status_Antal". */
function statusColumn(header: readonly string[], count: number): number {
  const name = (header[count] ?? '').toLowerCase();
  return header.findIndex(
    (heading) => heading.toLowerCase().replace(/^status[ _-]/, '') === name && /^status/i.test(heading),
  );
}
