import type { Box, Position } from '#core/position.ts';

/** The south-west corner of the example: forest between Kloten and Malingsbo, where no town is. EPSG:3006. */
const CORNER: Position = [517_000, 6_637_500];

/** How far the example reaches east and north of its corner, metres. */
export const WIDTH_M = 6000;
export const DEPTH_M = 5000;

export const extent: Box = [CORNER[0], CORNER[1], CORNER[0] + WIDTH_M, CORNER[1] + DEPTH_M];

/** The plan is drawn in metres from the corner; this gives a drawn position its place in EPSG:3006. */
export function onGround([x, y]: readonly [x_m: number, y_m: number]): Position {
  return [CORNER[0] + x, CORNER[1] + y];
}

/** The example's today, and the period of its crimes: from the first day, to before the last. */
export const TODAY = '2026-10-01';
export const CRIMES_FROM = '2023-10-01';
export const CRIMES_TO = '2026-10-01';

/** The same seed, the same town, to the byte. */
export const SEED = 'Exempelköping 1';
