import { cell } from './columns.ts';
import { ImportFault } from './fault.ts';
import type { Table } from './readers/table.ts';
import { parsePeriod } from './sense/period.ts';
import { readHeadings, type Heading } from './survey-headings.ts';
import type { surveyFields } from './survey-rows.ts';
import { parseNumber } from './values.ts';

type Columns = Readonly<Record<keyof typeof surveyFields, number>>;

/** A survey table with one value a row, whatever the file's form: wide rows become one row for each value. */
export interface LongForm {
  readonly index: Columns;
  /** Headings that each hold values of their own; empty for a long table. */
  readonly wide: readonly Heading[];
  of(cells: readonly string[]): readonly (readonly string[])[];
}

/** What is said of the whole table; empty when nothing. */
export interface WholeTable {
  /** By the one who imports, or by the sheet's name. */
  readonly year: string;
  /** All columns of numbers are questions, also those that nobody knows: the measure was said. */
  readonly takesAll: boolean;
  /** The column of values was said: without a column of questions it is a question itself, called by its heading. */
  readonly isValueSaid: boolean;
  readonly isQuestion: (words: string) => boolean;
}

/** Columns beside the values in which a wide table tells of the answers. */
const aboutAnswers = /antal svar|svarande|svarsfrekvens|svarsandel|answers|response|respondent|^n$/i;

/**
 * Long tables as they are; wide ones with a column a year, a question, or both ("2024 Problemindex").
 * @throws ImportFault `column_needed`.
 */
export function longForm(
  table: Pick<Table, 'header' | 'wktColumn'>,
  index: Columns,
  whole: WholeTable,
  sample: readonly (readonly string[])[],
): LongForm {
  const needed = (field: string) => new ImportFault('column_needed', { field, columns: table.header.join(', ') });
  const hasYear = index.year >= 0 || whole.year !== '';
  if (index.indicator >= 0 && index.value >= 0) {
    if (!hasYear) throw needed('year');
    if (whole.year === '') return { index, wide: [], of: (cells) => [cells] };
    return withColumns(table, index, { year: () => whole.year }, []);
  }
  const taken = [...Object.values(index), table.wktColumn ?? -1].filter((column) => column >= 0);
  const isOneQuestion = whole.isValueSaid && whole.takesAll && index.value >= 0 && index.indicator < 0 && hasYear;
  const [one] = isOneQuestion ? readHeadings(table.header, []).filter((heading) => heading.index === index.value) : [];
  const headings = readHeadings(table.header, taken).filter(({ words }) => !aboutAnswers.test(words));
  const wide = (one ? [one] : headings).filter(({ index: column, period, words }) => {
    if (one) return true;
    if (period !== null && period.grain !== 'year') return false;
    if (period === null && !hasYear) return false;
    if (period !== null && words === '') return index.indicator >= 0;
    if (index.indicator >= 0) return false;
    return whole.isQuestion(words) || ((whole.takesAll || period !== null) && holdsFigures(sample, column));
  });
  if (wide.length === 0) throw needed(index.indicator < 0 ? 'indicator' : index.value < 0 ? 'value' : 'year');
  return withColumns(
    table,
    index,
    {
      indicator: (cells, { words }) => words || cell(cells, index.indicator),
      year: (cells, { period }) => period?.from.slice(0, 4) ?? (whole.year || cell(cells, index.year)),
      value: (cells, heading) => cell(cells, heading.index),
    },
    wide,
  );
}

type Made = Partial<Record<'indicator' | 'year' | 'value', (cells: readonly string[], heading: Heading) => string>>;

/** Puts made columns behind those of the file; a row for each wide heading, or the one row. */
function withColumns(table: Pick<Table, 'header'>, index: Columns, made: Made, wide: readonly Heading[]): LongForm {
  const fields = Object.keys(made) as (keyof Made)[];
  const places = Object.fromEntries(fields.map((field, order) => [field, table.header.length + order]));
  const none: Heading = { index: -1, heading: '', period: null, words: '' };
  return {
    index: { ...index, ...places },
    wide,
    of: (cells) =>
      (wide.length > 0 ? wide : [none]).map((heading) => [
        ...table.header.map((_, column) => cells[column] ?? ''),
        ...fields.map((field) => made[field]?.(cells, heading) ?? ''),
      ]),
  };
}

/** Nearly all that is not blank is a number, or a mark for too few answers. */
function holdsFigures(sample: readonly (readonly string[])[], column: number): boolean {
  const texts = sample.map((cells) => cell(cells, column)).filter((text) => text !== '');
  const figures = texts.filter(
    (text) => parseNumber(text.replace(/\s*%$/, '')) !== null || /^(\.\.?|…|-|–|x|\*)$/.test(text),
  );
  return texts.length > 0 && figures.length >= 0.9 * texts.length;
}

/** The year that a sheet is called by: "2024", "Trygghetsmätning 2024"; empty for none. */
export function yearOfSheet(name: string): string {
  const found = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(name)?.[1] ?? '';
  return typeof parsePeriod(found) === 'string' ? '' : found;
}
