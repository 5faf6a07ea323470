import type { Box, Position } from '#core/position.ts';
import { cell, type FieldNames } from './columns.ts';
import { toMetresFrom, type ToMetres } from './crs.ts';
import { ImportFault } from './fault.ts';
import type { Reason } from './report.ts';
import { guessCrs, isNorthFirstIn, type CrsGuess, type Pair } from './sense/guess-crs.ts';
import { parseNumber } from './values.ts';

export const positionFields = {
  lon: [
    'longitude',
    'lon',
    'lng',
    'long',
    'longitud',
    'x',
    'east',
    'easting',
    'e',
    'ö',
    'öst',
    'ost',
    'oest',
    'swerefe',
    'xkoord',
  ],
  lat: ['latitude', 'lat', 'latitud', 'y', 'north', 'northing', 'n', 'nord', 'norr', 'swerefn', 'ykoord'],
} as const satisfies FieldNames<'lon' | 'lat'>;

/** A position in SWEREF 99 TM to the centimetre, or why there is none. */
export type Placed = { readonly position: Position } | { readonly reason: Reason; readonly value: string };

/** Reads the positions of a table's rows. */
export interface PositionReader {
  readonly epsg: number;
  /** The column taken for east (or longitude) holds the northing: the reader has turned them. */
  readonly isNorthFirst: boolean;
  /** How the system was found; null when it was given or the file says it. */
  readonly guess: CrsGuess | null;
  of(row: readonly string[]): Placed;
}

/** What is known of the ground that a table's positions should lie on, and what a person has said of its axes. */
export interface Ground {
  /** The municipality's extent, EPSG:3006; null when the database does not know it. */
  readonly expected: Box | null;
  /** True: the column taken for east holds the northing. Null: found from the numbers. */
  readonly swapAxes: boolean | null;
}

/**
 * From a geometry column of GDAL's, or from two columns of numbers whose system is given or guessed from a sample.
 * @throws ImportFault `no_positions` without columns, `no_crs` when numbers and ground do not tell the system,
 *   `unknown_crs`.
 */
export function positionReader(
  wktColumn: number | null,
  index: { readonly lon: number; readonly lat: number },
  sample: readonly (readonly string[])[],
  asked: number | null,
  ground: Ground = { expected: null, swapAxes: null },
): PositionReader {
  if (wktColumn !== null)
    return { epsg: 3006, isNorthFirst: false, guess: null, of: (row) => fromWkt(cell(row, wktColumn)) };
  if (index.lon < 0 || index.lat < 0) throw new ImportFault('no_positions');
  const pairs = pairsOf(sample, index);
  // Without a single number every row is refused for its position; no system is needed to say so.
  const crs = pairs.length === 0 ? 4326 : asked;
  const guess = crs === null ? guessCrs(pairs, ground.expected) : null;
  if (crs === null && !guess?.isDecided)
    throw new ImportFault('no_crs', { value: `${pairs[0]?.[0]} ${pairs[0]?.[1]}` });
  const epsg = crs ?? guess?.best.epsg ?? 4326;
  const isNorthFirst = ground.swapAxes ?? guess?.best.isNorthFirst ?? isNorthFirstIn(epsg, pairs, ground.expected);
  const toMetres = toMetresFrom(epsg);
  const [east, north] = isNorthFirst ? [index.lat, index.lon] : [index.lon, index.lat];
  return { epsg, isNorthFirst, guess, of: (row) => fromPair(cell(row, east), cell(row, north), toMetres) };
}

/** The numbers of two columns, in the order longitude or east, latitude or north as the headings say; rows without are left out. */
export function pairsOf(
  rows: readonly (readonly string[])[],
  index: { readonly lon: number; readonly lat: number },
): Pair[] {
  return rows
    .map((row) => [parseNumber(cell(row, index.lon)), parseNumber(cell(row, index.lat))] as const)
    .filter((pair): pair is [number, number] => pair[0] !== null && pair[1] !== null);
}

function fromPair(first: string, second: string, toMetres: ToMetres): Placed {
  if (first === '' && second === '') return { reason: 'no_position', value: '' };
  if (first === '' || second === '') return { reason: 'no_position', value: `${first || '–'} ${second || '–'}` };
  const [east, north] = [parseNumber(first), parseNumber(second)];
  const value = `${first} ${second}`;
  if (east === null || north === null) return { reason: 'position_no_number', value };
  if (east === 0 && north === 0) return { reason: 'position_null_island', value };
  return rounded(toMetres(east, north), value);
}

const pointPattern = /^POINT (?:Z |M |ZM )?\((\S+) (\S+)(?: \S+)*\)$/;

function fromWkt(wkt: string): Placed {
  if (wkt === '' || /EMPTY\)?$/.test(wkt)) return { reason: 'no_position', value: '' };
  const point = pointPattern.exec(wkt);
  if (!point) return { reason: 'not_a_point', value: wkt.slice(0, wkt.indexOf('(')).trim() };
  return rounded([Number(point[1]), Number(point[2])], '');
}

/** To the centimetre: the same place gives the same row, whichever program made it metres. */
function rounded([east, north]: Position, value: string): Placed {
  if (!Number.isFinite(east) || !Number.isFinite(north)) return { reason: 'position_outside', value };
  return { position: [Math.round(east * 100) / 100, Math.round(north * 100) / 100] };
}
