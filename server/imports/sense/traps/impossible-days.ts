import { dayOrderOf } from '../../values.ts';
import { dateColumns, isDateShaped, isDay } from './dates.ts';
import { finding, shown, someRows, type Trap } from './sample.ts';

/** Dates that no calendar has (2025-02-30): their rows are refused. */
export const impossibleDays: Trap = (sample) =>
  dateColumns(sample).flatMap(({ heading, cells }) => {
    const order = dayOrderOf(cells.map(({ text }) => text));
    const wrong = cells.filter(({ text }) => isDateShaped(text) && !isDay(text, order));
    const [first] = wrong;
    if (!first) return [];
    const values = {
      column: heading,
      rows: wrong.length,
      example: shown(first.text),
      examples: someRows(wrong.map(({ row }) => row)),
    };
    return [finding('warn', 'impossible_days', values)];
  });
