import { dayOrderOf, parseDay } from '../../values.ts';
import { dateColumns, slashedParts } from './dates.ts';
import { finding, shown, type Trap } from './sample.ts';

/** Years of two figures: which century was meant is a guess, and told. */
export const twoDigitYears: Trap = (sample) =>
  dateColumns(sample).flatMap(({ heading, cells }) => {
    const short = cells.filter(({ text }) => slashedParts(text)?.year.length === 2);
    const [first] = short;
    if (!first) return [];
    const order = dayOrderOf(cells.map(({ text }) => text));
    const values = {
      column: heading,
      rows: short.length,
      example: shown(first.text),
      read_as: parseDay(first.text, order) ?? '',
    };
    return [finding('info', 'two_digit_years', values)];
  });
