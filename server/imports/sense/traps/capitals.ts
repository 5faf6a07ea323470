import { areAllCapitals, titleCase } from '../../title-case.ts';
import { cellsOf, columnsFor, finding, headingOf, shown, type Trap } from './sample.ts';

/** Names in capitals throughout: the register's habit, shown as names are written. */
export const capitals: Trap = (sample) =>
  columnsFor(sample, 'name', 'area').flatMap((index) => {
    const names = cellsOf(sample, index).map(({ text }) => text);
    const example = names.find((name) => /\p{L}{4}/u.test(name));
    // Codes and short marks ("A1", "LPO") are no names.
    if (!example || /\d/.test(example) || names.length < 2 || !areAllCapitals(names)) return [];
    const values = { column: headingOf(sample, index), example: shown(example), shown: shown(titleCase(example)) };
    return [finding('info', 'names_in_capitals', values)];
  });
