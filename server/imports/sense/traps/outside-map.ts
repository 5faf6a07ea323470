import { crsName } from '../../crs.ts';
import { finding, percent, type Trap } from './sample.ts';

/** Numbers that are no place on the map in the system that they are read in: the rows will be refused. */
export const outsideMap: Trap = ({ pairs, positions, epsg }) => {
  const there = positions.filter((position) => position !== null).length;
  const zeros = pairs.filter(([a, b]) => a === 0 && b === 0).length;
  const nowhere = pairs.length - there - zeros;
  if (epsg === null || nowhere <= 0) return [];
  const values = { rows: nowhere, share_percent: percent(nowhere, pairs.length), crs_name: crsName(epsg) };
  return [finding(there === 0 ? 'stop' : 'warn', 'outside_map', values)];
};
