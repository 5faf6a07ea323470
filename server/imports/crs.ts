import proj4 from 'proj4';
import { fromLonLat } from '#core/projection/sweref99tm.ts';
import type { Position } from '#core/position.ts';
import { ImportFault } from './fault.ts';

/** Central meridians of the twelve local SWEREF 99 zones, by EPSG code: what municipalities keep their own maps in. */
const localZones: Readonly<Record<number, number>> = {
  3007: 12,
  3008: 13.5,
  3009: 15,
  3010: 16.5,
  3011: 18,
  3012: 14.25,
  3013: 15.75,
  3014: 17.25,
  3015: 18.75,
  3016: 20.25,
  3017: 21.75,
  3018: 23.25,
};

/** Makes positions in SWEREF 99 TM from a pair of numbers, east (or longitude) first. */
export type ToMetres = (east: number, north: number) => Position;

/** Further than this from 15 degrees east the plane is no map any more. */
const furthest_deg = 40;

/**
 * From a system that a table of coordinates may be in: 4326, 3006, 3857 or one of the local SWEREF 99 zones.
 * Gives NaN for what lies outside it.
 */
export function toMetresFrom(epsg: number): ToMetres {
  if (epsg === 3006) return (east, north) => [east, north];
  if (epsg === 4326) {
    return (lon, lat) =>
      Math.abs(lon - 15) <= furthest_deg && Math.abs(lat) <= 84 ? fromLonLat([lon, lat]) : [Number.NaN, Number.NaN];
  }
  const meridian = localZones[epsg];
  const definition =
    epsg === 3857
      ? 'EPSG:3857'
      : meridian === undefined
        ? null
        : `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=150000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`;
  if (!definition) throw new ImportFault('unknown_crs', { crs: String(epsg) });
  const system = proj4(definition, 'EPSG:4326');
  return (east, north) => {
    const [lon, lat] = system.forward([east, north]);
    return fromLonLat([lon ?? Number.NaN, lat ?? Number.NaN]);
  };
}

/**
 * The system that two columns of numbers are in, from a few of them, and whether north stands first, as surveyors write
 * it. Degrees and SWEREF 99 TM are told apart by size; the local zones overlap each other, so they must be named.
 * @throws ImportFault when the numbers fit neither.
 */
export function guessCrs(pairs: readonly (readonly [number, number])[]): { epsg: number; isNorthFirst: boolean } {
  const share = (fits: (a: number, b: number) => boolean) =>
    pairs.filter(([a, b]) => fits(a, b)).length / Math.max(1, pairs.length);
  const isEast = (value: number) => value > 150_000 && value < 1_100_000;
  const isNorth = (value: number) => value > 5_500_000 && value < 7_800_000;
  if (share((a, b) => Math.abs(a) <= 180 && Math.abs(b) <= 90) > 0.5) return { epsg: 4326, isNorthFirst: false };
  if (share((a, b) => isEast(a) && isNorth(b)) > 0.5) return { epsg: 3006, isNorthFirst: false };
  if (share((a, b) => isNorth(a) && isEast(b)) > 0.5) return { epsg: 3006, isNorthFirst: true };
  const [a, b] = pairs[0] ?? [0, 0];
  throw new ImportFault('no_crs', { value: `${a} ${b}` });
}
