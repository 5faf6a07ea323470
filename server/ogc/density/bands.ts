import { contours } from 'd3-contour';
import type { DensityGrid } from '#core/density/density-grid.ts';
import type { PolygonRings, Position, Ring } from '#core/position.ts';
import { nestRings } from './nest-rings.ts';

/** The ground where the density lies between one level and the next; EPSG:3006. */
export interface Band {
  /** 1 is the lowest. */
  readonly level: number;
  readonly perKm2: number;
  readonly polygon: PolygonRings;
}

/**
 * Cuts a density into bands that do not overlap, so that a half transparent fill does not add up. The grid must have
 * its highest level's edge within it: beyond the grid there is nothing.
 */
export function bandsOf({ box, cell_m, columns, rows, perKm2 }: DensityGrid, levels: readonly number[]): Band[] {
  const make = contours().size([columns, rows]).smooth(true);
  const values = perKm2 as unknown as number[];
  const toGround = ([x, y]: readonly number[]): Position => [box[0] + x! * cell_m, box[1] + y! * cell_m];
  const outlines: Ring[][] = levels.map((level) =>
    make.contour(values, level).coordinates.flatMap((polygon) => polygon.map((ring) => ring.map(toGround))),
  );
  return levels.flatMap((level, index) =>
    // Inside this level's outlines and outside the next one's: what an odd number of rings holds.
    nestRings([...outlines[index]!, ...(outlines[index + 1] ?? [])]).map((polygon) => ({
      level: index + 1,
      perKm2: level,
      polygon,
    })),
  );
}
