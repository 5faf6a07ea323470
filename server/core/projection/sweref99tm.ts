import proj4 from 'proj4';
import type { Position } from '../position.ts';

/** SWEREF 99 TM as EPSG:3006 defines it: UTM zone 33 on GRS 80, stretched over all of Sweden; WGS 84 within a metre. */
const SWEREF_99_TM = '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';

/** Half the width of the web mercator world: pi times 6 378 137 m. */
const HALF_WORLD_M = Math.PI * 6378137;

const lonLat = proj4(SWEREF_99_TM, 'EPSG:4326');
const webMercator = proj4(SWEREF_99_TM, 'EPSG:3857');

/** Longitude and latitude in degrees, in GeoJSON's order (CRS84). */
export type LonLat = readonly [lon_deg: number, lat_deg: number];

/** Web mercator (EPSG:3857): east and north, in its own stretched metres. For drawing only, never for measuring. */
export type Mercator = readonly [x_m: number, y_m: number];

/** The web mercator world as a square of side 1: x from the west, y from the north, as tiles count. */
export type UnitSquare = readonly [x: number, y: number];

export function toLonLat(position: Position): LonLat {
  const [lon, lat] = lonLat.forward([position[0], position[1]]);
  return [lon!, lat!];
}

export function fromLonLat([lon, lat]: LonLat): Position {
  const [east, north] = lonLat.inverse([lon, lat]);
  return [east!, north!];
}

export function toWebMercator(position: Position): Mercator {
  const [x, y] = webMercator.forward([position[0], position[1]]);
  return [x!, y!];
}

export function fromWebMercator([x, y]: Mercator): Position {
  const [east, north] = webMercator.inverse([x, y]);
  return [east!, north!];
}

export function toUnitSquare(position: Position): UnitSquare {
  const [x, y] = toWebMercator(position);
  return [(x + HALF_WORLD_M) / (2 * HALF_WORLD_M), (HALF_WORLD_M - y) / (2 * HALF_WORLD_M)];
}

export function fromUnitSquare([x, y]: UnitSquare): Position {
  return fromWebMercator([x * 2 * HALF_WORLD_M - HALF_WORLD_M, HALF_WORLD_M - y * 2 * HALF_WORLD_M]);
}
