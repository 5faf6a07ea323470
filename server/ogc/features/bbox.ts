import type { SearchBox } from '../../db/features.ts';
import { badParameter } from '../bad-parameter.ts';
import type { Crs } from '../crs.ts';

/**
 * Reads a bbox in the order its reference system says. Six numbers: heights are left out. A box in degrees whose west
 * lies east of its east passes the date line and becomes two.
 * @throws 400 that says what is wrong.
 */
export function parseBbox(value: string, crs: Crs): SearchBox[] {
  const numbers = value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if ((numbers.length !== 4 && numbers.length !== 6) || !numbers.every(Number.isFinite))
    throw badParameter('bbox', value, 'Give four numbers, or six with heights, with commas between.');
  const half = numbers.length / 2;
  const lower = [numbers[0]!, numbers[1]!] as const;
  const upper = [numbers[half]!, numbers[half + 1]!] as const;
  const [west, south] = crs.northFirst ? [lower[1], lower[0]] : lower;
  const [east, north] = crs.northFirst ? [upper[1], upper[0]] : upper;
  if (south > north) throw badParameter('bbox', value, 'The lower edge lies above the upper.');
  const box = { srid: crs.srid, west, south, east, north };
  if (west <= east) return [box];
  if (crs.srid !== 4326) throw badParameter('bbox', value, 'The left edge lies right of the right.');
  return [
    { ...box, east: 180 },
    { ...box, west: -180 },
  ];
}
