import { maybeSensitive } from '../../keep/sensitive.ts';
import { cellsOf, columnsFor, finding, headingOf, shown, type Trap } from './sample.ts';

/** A class of crimes that may hold sensitive ones without saying which ("Violence and sexual offences"). */
export const mixedClasses: Trap = (sample) =>
  columnsFor(sample, 'category').flatMap((index) => {
    const cells = cellsOf(sample, index).filter(({ text }) => maybeSensitive(text).length > 0);
    const names = [...new Set(cells.map(({ text }) => text))];
    const [first] = names;
    if (!first) return [];
    const groups = [...new Set(names.flatMap(maybeSensitive))].join(', ');
    return [
      finding('warn', 'class_may_hold_sensitive', {
        column: headingOf(sample, index),
        example: shown(first),
        groups,
        rows: cells.length,
      }),
    ];
  });
