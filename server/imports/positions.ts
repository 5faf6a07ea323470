import type { Position } from '#core/position.ts';
import { cell, type FieldNames } from './columns.ts';
import { guessCrs, toMetresFrom, type ToMetres } from './crs.ts';
import { ImportFault } from './fault.ts';
import type { Reason } from './report.ts';
import { parseNumber } from './values.ts';

export const positionFields = {
  lon: ['longitude', 'lon', 'lng', 'long', 'longitud', 'x', 'east', 'easting', 'e', 'ost', 'oest', 'swerefe', 'xkoord'],
  lat: ['latitude', 'lat', 'latitud', 'y', 'north', 'northing', 'n', 'nord', 'norr', 'swerefn', 'ykoord'],
} as const satisfies FieldNames<'lon' | 'lat'>;

/** A position in SWEREF 99 TM to the centimetre, or why there is none. */
export type Placed = { readonly position: Position } | { readonly reason: Reason; readonly value: string };

/** Reads the positions of a table's rows. */
export interface PositionReader {
  readonly epsg: number;
  of(row: readonly string[]): Placed;
}

/** From a geometry column of GDAL's, or from two columns of numbers whose system is given or guessed from a sample. */
export function positionReader(
  wktColumn: number | null,
  index: { readonly lon: number; readonly lat: number },
  sample: readonly (readonly string[])[],
  asked: number | null,
): PositionReader {
  if (wktColumn !== null) return { epsg: 3006, of: (row) => fromWkt(cell(row, wktColumn)) };
  if (index.lon < 0 || index.lat < 0) throw new ImportFault('no_positions');
  const pairs = sample
    .map((row) => [parseNumber(cell(row, index.lon)), parseNumber(cell(row, index.lat))] as const)
    .filter((pair): pair is [number, number] => pair[0] !== null && pair[1] !== null);
  // Without a single number every row is refused for its position; no system is needed to say so.
  const crs = pairs.length === 0 ? 4326 : asked;
  const guessed = crs === null ? guessCrs(pairs) : { epsg: crs, isNorthFirst: isNorthFirst(crs, pairs) };
  const toMetres = toMetresFrom(guessed.epsg);
  const [first, second] = guessed.isNorthFirst ? [index.lat, index.lon] : [index.lon, index.lat];
  return { epsg: guessed.epsg, of: (row) => fromPair(cell(row, first), cell(row, second), toMetres) };
}

/** In a local zone too the greater number is the northing. */
function isNorthFirst(crs: number, pairs: readonly (readonly [number, number])[]): boolean {
  return crs !== 4326 && crs !== 3857 && pairs.filter(([a, b]) => a > b).length > pairs.length / 2;
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
