import { toLonLat } from '#core/projection/sweref99tm.ts';
import type { Position } from '#core/position.ts';
import type { LonLat } from '#core/wire/sites.ts';

/** Outlines are shown with at most so many corners each. */
const mostCorners = 60;

interface Shapes {
  readonly places: readonly LonLat[];
  readonly outlines: readonly (readonly LonLat[])[];
  /** One a row, EPSG:3006: a point, or the first corner of an outline or a line. */
  readonly firsts: readonly (Position | null)[];
}

/** Where rows of a geo file would land: points, and the outer rings of areas. WKT in EPSG:3006 to WGS84. */
export function shapesOf(geometries: readonly string[]): Shapes {
  const places: LonLat[] = [];
  const firsts: (Position | null)[] = [];
  const outlines: LonLat[][] = [];
  for (const wkt of geometries) {
    const rings = /POLYGON/.test(wkt) ? [...wkt.matchAll(/\(\(([^()]+)\)/g)] : [];
    if (rings.length > 0) {
      for (const [, text = ''] of rings) outlines.push(thinned(cornersOf(text)).map(asLonLat));
      firsts.push(cornersOf(rings[0]?.[1] ?? '')[0] ?? null);
      continue;
    }
    const [first] = cornersOf(/\(+([^()]+)\)/.exec(wkt)?.[1] ?? '');
    firsts.push(first ?? null);
    if (first) places.push(asLonLat(first));
  }
  return { places, outlines, firsts };
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

export function asLonLat(position: Position): LonLat {
  const [lon, lat] = toLonLat(position);
  return [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}
