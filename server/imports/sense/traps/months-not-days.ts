import { dateColumns } from './dates.ts';
import { finding, type Trap } from './sample.ts';

const enoughMonths = 3;

/** Dates that all are the first of a month: months, which give neither weekday nor hour. */
export const monthsNotDays: Trap = (sample) =>
  dateColumns(sample).flatMap(({ heading, cells }) => {
    const months = new Set(cells.map(({ text }) => /^(\d{4})[-/.]?(\d{2})[-/.]?01(?!\d)/.exec(text)?.[0] ?? ''));
    if (months.has('') || months.size < enoughMonths) return [];
    return [finding('info', 'months_not_days', { column: heading, months: months.size })];
  });
