import type { Box, PolygonRings, Position } from '../position.ts';

/**
 * The sizes of mask cells in metres, each nested in the next. With corners at multiples of the size in EPSG:3006, the
 * cells of 250, 500 and 1000 m are the squares that Statistics Sweden publishes figures for.
 */
export const CELL_SIZES_M = [250, 500, 1000, 2000, 4000] as const;

export type CellSize = (typeof CELL_SIZES_M)[number];

/** A square of the fixed grid, named by its south-west corner. It holds its west and south sides, not the others. */
export type Cell = { readonly east_m: number; readonly north_m: number; readonly size_m: CellSize };

/** The cell of a size that holds a position. */
export function cellAt([east, north]: Position, size_m: CellSize): Cell {
  return {
    east_m: Math.floor(east / size_m) * size_m,
    north_m: Math.floor(north / size_m) * size_m,
    size_m,
  };
}

/** The cell one size up that holds this one; null for the largest. A mask may grow by a decision, never shrink. */
export function parentCell(cell: Cell): Cell | null {
  const size_m = CELL_SIZES_M[CELL_SIZES_M.indexOf(cell.size_m) + 1];
  return size_m === undefined ? null : cellAt([cell.east_m, cell.north_m], size_m);
}

/** A name for a cell that is unique over all sizes: "500:674000:6580500". */
export function cellKey({ east_m, north_m, size_m }: Cell): string {
  return `${size_m}:${east_m}:${north_m}`;
}

export function cellBox({ east_m, north_m, size_m }: Cell): Box {
  return [east_m, north_m, east_m + size_m, north_m + size_m];
}

/** The cell as a polygon, counter-clockwise from its south-west corner. */
export function cellPolygon(cell: Cell): PolygonRings {
  const [west, south, east, north] = cellBox(cell);
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
}
