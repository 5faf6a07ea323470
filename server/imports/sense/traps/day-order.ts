import { parseDay } from '../../values.ts';
import { dateColumns, slashedParts } from './dates.ts';
import { finding, shown, type Trap } from './sample.ts';

/**
 * Dates like 03/04/2025 when none of them tells which number is the month (read day first, as Swedes do), or when some
 * can only be one way and some only the other.
 */
export const dayOrder: Trap = (sample) =>
  dateColumns(sample).flatMap(({ heading, cells }) => {
    const slashed = cells.flatMap(({ text }) => {
      const parts = slashedParts(text);
      return parts ? [{ text, ...parts }] : [];
    });
    const dayFirst = slashed.find(({ first }) => first > 12);
    const monthFirst = slashed.find(({ second }) => second > 12);
    if (dayFirst && monthFirst) {
      const values = { column: heading, day_first: shown(dayFirst.text), month_first: shown(monthFirst.text) };
      return [finding('warn', 'day_order_mixed', values)];
    }
    const unsaid = slashed.find(({ first, second }) => first !== second);
    if (dayFirst || monthFirst || !unsaid) return [];
    const values = {
      column: heading,
      example: shown(unsaid.text),
      read_as: parseDay(unsaid.text, 'dmy') ?? '',
      else_as: parseDay(unsaid.text, 'mdy') ?? '',
    };
    return [finding('warn', 'day_order_ambiguous', values, { options: { day_order: 'mdy' } })];
  });
