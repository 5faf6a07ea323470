import { parseDay, type DayOrder } from '../../values.ts';
import { cellsOf, columnsFor, headingOf, type Sample } from './sample.ts';

/** A column of dates, as text. */
export interface DateColumn {
  readonly index: number;
  readonly heading: string;
  readonly cells: readonly { readonly text: string; readonly row: number }[];
}

/** The fields of all kinds that take a day or a moment. */
const dated = [
  'time',
  'date',
  'from',
  'to',
  'valid_from',
  'valid_to',
  'period',
  'period_from',
  'period_to',
  'stage_since',
  'waiting_since',
];

const dateShaped =
  /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(19|20)\d{6}|\d{1,2}[ -]\p{L}{3,}\.?[ -]\d{2,4})(?!\d)/u;
const mostly = 0.6;

/** The columns that hold dates, by what stands in them. */
export function dateColumns(sample: Sample): DateColumn[] {
  return columnsFor(sample, ...dated).flatMap((index) => {
    const cells = cellsOf(sample, index);
    const share = cells.filter(({ text }) => dateShaped.test(text)).length / Math.max(1, cells.length);
    return share >= mostly ? [{ index, heading: headingOf(sample, index), cells }] : [];
  });
}

export const isDateShaped = (text: string) => dateShaped.test(text);

/** Day, month and year of a date in three numbers whose order is not said; null for any other. */
export function slashedParts(
  text: string,
): { readonly first: number; readonly second: number; readonly year: string } | null {
  const [, first, second, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/.exec(text) ?? [];
  return first && second && year ? { first: Number(first), second: Number(second), year } : null;
}

export const isDay = (text: string, order: DayOrder) => parseDay(text, order) !== null;
