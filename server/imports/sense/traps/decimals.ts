import { numberStyle } from '../amount.ts';
import { cellsOf, columnsFor, finding, headingOf, shown, type Trap } from './sample.ts';

/** The fields of all kinds that take a number. */
const numbers = [
  'lon',
  'lat',
  'east',
  'north',
  'value',
  'count',
  'population',
  'answers',
  'response_rate',
  'height',
  'range',
  'angle',
  'bearing',
  'size',
];
/** Of these, the ones that are whole. */
const whole = new Set(['count', 'population', 'answers']);

const numeric = /^[-+−]?\d[\d\s\u00a0\u202f.,'’]*%?$/;
const mostly = 0.6;

/**
 * Numbers whose marks can be misread: a decimal comma (understood, and told), both marks in one column (neither is right
 * for all), and "1.234" alone, which may be a thousand or one and a bit.
 */
export const decimals: Trap = (sample) => {
  const wholeColumns = new Set(
    Object.entries(sample.fields).flatMap(([field, index]) => (whole.has(field) ? [index] : [])),
  );
  return columnsFor(sample, ...numbers).flatMap((index) => {
    const all = cellsOf(sample, index).map(({ text }) => text);
    const cells = all.filter((text) => numeric.test(text));
    const marked = cells.filter((text) => /[.,]/.test(text));
    if (marked.length === 0 || cells.length < all.length * mostly) return [];
    const style = numberStyle(cells, wholeColumns.has(index));
    const example = (pattern: RegExp) => shown(marked.find((text) => pattern.test(text)) ?? marked[0] ?? '');
    const column = headingOf(sample, index);
    if (style.decimal === null)
      return [finding('warn', 'decimals_mixed', { column, comma: example(/,\d*$/), point: example(/\.\d*$/) })];
    if (style.isUnclear) {
      const read_as = (style.decimal === 'comma') === /\./.test(example(/[.,]/)) ? 'thousands' : 'decimals';
      return [finding('warn', 'thousands_or_decimals', { column, example: example(/[.,]/), read_as })];
    }
    return style.decimal === 'comma' ? [finding('info', 'decimal_comma', { column, example: example(/,\d*$/) })] : [];
  });
};
