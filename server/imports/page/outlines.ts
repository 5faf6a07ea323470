import { toLonLat } from '#core/projection/sweref99tm.ts';
import type { Position } from '#core/position.ts';
import type { LonLat } from '#core/wire/sites.ts';

/** Outlines are shown with at most so many corners each. */
const mostCorners = 60;

/** The outer rings of polygons among geometries: WKT in EPSG:3006 to WGS84. */
export function outlinesOf(geometries: readonly string[]): LonLat[][] {
  return geometries
    .filter((wkt) => wkt.includes('POLYGON'))
    .flatMap((wkt) =>
      [...wkt.matchAll(/\(\(([^()]+)\)/g)].map(([, text = '']) => thinned(cornersOf(text)).map(asLonLat)),
    );
}

/** To a decimetre: enough to look at. */
export function asLonLat(position: Position): LonLat {
  const [lon, lat] = toLonLat(position);
  return [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}

function cornersOf(text: string): Position[] {
  return text
    .split(',')
    .map((pair) => pair.trim().split(/\s+/).map(Number))
    .filter(([e, n]) => Number.isFinite(e) && Number.isFinite(n))
    .map(([e = 0, n = 0]) => [e, n] as const);
}

function thinned(corners: readonly Position[]): readonly Position[] {
  const step = Math.ceil(corners.length / mostCorners);
  return step <= 1 ? corners : corners.filter((_, order) => order % step === 0 || order === corners.length - 1);
}
