import type { Box, Position } from '#core/position.ts';

/** Further than this from the middle of the rest a point is likely an error. */
const far_m = 150_000;

export interface Spread {
  /** The box that holds all but the outermost half per cent at each side; null without positions. */
  readonly middle: Box | null;
  /** How many lie more than `far_km` from the median position. */
  readonly far: number;
  readonly far_km: number;
}

/** Where most of the positions lie, not led astray by a few at the other end of the country. */
export function spreadOf(positions: readonly Position[]): Spread {
  const far_km = far_m / 1000;
  if (positions.length === 0) return { middle: null, far: 0, far_km };
  const easts = Float64Array.from(positions, ([east]) => east).toSorted();
  const norths = Float64Array.from(positions, ([, north]) => north).toSorted();
  const at = (sorted: Float64Array, share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
  const [east, north] = [at(easts, 0.5), at(norths, 0.5)];
  const far = positions.filter(([e, n]) => Math.hypot(e - east, n - north) > far_m).length;
  return { middle: [at(easts, 0.005), at(norths, 0.005), at(easts, 0.995), at(norths, 0.995)], far, far_km };
}
