import { boxHolds } from '#core/geometry/box.ts';
import type { Box, Position } from '#core/position.ts';

/** Sweden with its waters, EPSG:3006: what is expected when the database does not know the municipality yet. */
export const sweden: Box = [260_000, 6_125_000, 925_000, 7_680_000];

/** How far a box stretches beyond its ground before a row is taken to lie on it: a border is no wall. */
const margin_m = 5000;

/** The share (0-1) of positions that lie in a box or at its very edge. Positions that are NaN lie nowhere. */
export function shareWithin(positions: readonly Position[], box: Box, within_m = margin_m): number {
  if (positions.length === 0) return 0;
  return positions.filter((position) => boxHolds(box, position, within_m)).length / positions.length;
}

/** Metres from a position to a box; 0 inside it, infinite for a position that is NaN. */
export function distanceTo_m(box: Box, [east, north]: Position): number {
  if (!Number.isFinite(east) || !Number.isFinite(north)) return Infinity;
  const outside = (value: number, low: number, high: number) => Math.max(low - value, 0, value - high);
  return Math.hypot(outside(east, box[0], box[2]), outside(north, box[1], box[3]));
}

export function middleOf(box: Box): Position {
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}

/** The middle value; 0 of nothing. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
