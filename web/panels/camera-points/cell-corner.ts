import { fromLonLat } from '#core/projection/sweref99tm.ts';
import type { MaskedMount } from '#core/wire/mounts.ts';

/** The south-west corner of a cell, metres east and north in SWEREF 99 TM: cells lie on multiples of their size. */
export function cellCorner({
  bounds,
  cellSize_m,
}: Pick<MaskedMount, 'bounds' | 'cellSize_m'>): readonly [number, number] {
  const [west, south, east, north] = bounds;
  const [e, n] = fromLonLat([(west + east) / 2, (south + north) / 2]);
  return [Math.floor(e / cellSize_m) * cellSize_m, Math.floor(n / cellSize_m) * cellSize_m];
}
