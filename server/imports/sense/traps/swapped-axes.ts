import { isNorthFirstIn } from '../guess-crs.ts';
import { swappedHeadings } from './swapped-headings.ts';
import { finding, headingOf, type Trap } from './sample.ts';

/**
 * North stands first, as surveyors write it: good to know when it was read so, and a mistake when it was not (or when the
 * pairs were turned that should not be). Geo files whose axes lie crossed are seen here too.
 */
export const swappedAxes: Trap = (sample) => {
  if (sample.epsg === null || sample.pairs.length === 0 || swappedHeadings(sample).length > 0) return [];
  const isNorthFirst = isNorthFirstIn(sample.epsg, sample.pairs, sample.expected);
  const { lon = -1, lat = -1 } = sample.fields;
  const values = { first: headingOf(sample, lon), second: headingOf(sample, lat) };
  if (isNorthFirst !== sample.isNorthFirst)
    return [finding('warn', 'swapped_axes', values, { swapAxes: isNorthFirst })];
  return isNorthFirst ? [finding('info', 'north_first', values)] : [];
};
