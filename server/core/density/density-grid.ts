import type { Box, Position } from '../position.ts';
import { quarticKernel } from './kernel.ts';

/** Fewer incidents than this within the bandwidth are not drawn: a place must not tell of a single crime. */
export const MINIMUM_INCIDENTS = 5;
/** Cells beyond this are a mistake in box or cell size: 20 km by 20 km at 10 m. */
const LARGEST_GRID = 4_000_000;

export type DensityOptions = {
  bandwidth_m: number;
  cell_m: number;
  /** What to cover; EPSG:3006. The grid begins in its south-west corner and may pass its other sides by less than a cell. */
  box: Box;
  minimumIncidents?: number;
};

export type DensityGrid = {
  readonly box: Box;
  readonly cell_m: number;
  readonly columns: number;
  readonly rows: number;
  /** Incidents per square kilometre at each cell's centre, row by row from the south-west; NaN where too few to show. */
  readonly perKm2: Float64Array;
  /** Incidents nearer than the bandwidth to each cell's centre. Never leaves the server. */
  readonly incidentsWithin: Uint32Array;
};

/**
 * The density of incidents as a grid. Incidents outside the box count where their kernel reaches into it, so that grids
 * of neighbouring boxes fit together. The same incidents in another order give the same bytes.
 */
export function densityGrid(points: Float64Array | readonly Position[], options: DensityOptions): DensityGrid {
  const { bandwidth_m, cell_m, box, minimumIncidents = MINIMUM_INCIDENTS } = options;
  const [west, south] = box;
  const columns = Math.ceil((box[2] - west) / cell_m);
  const rows = Math.ceil((box[3] - south) / cell_m);
  if (!(bandwidth_m > 0) || !Number.isFinite(bandwidth_m)) throw new Error(`Unexpected bandwidth_m: ${bandwidth_m}.`);
  if (!(columns > 0 && rows > 0 && columns * rows <= LARGEST_GRID)) {
    throw new Error(`Unexpected grid of ${columns} by ${rows} cells of ${cell_m} m.`);
  }

  const perKm2 = new Float64Array(columns * rows);
  const incidentsWithin = new Uint32Array(columns * rows);
  for (const [east, north] of inFixedOrder(points)) {
    const x = (east - west) / cell_m - 0.5;
    const y = (north - south) / cell_m - 0.5;
    const reach = bandwidth_m / cell_m;
    const firstColumn = Math.max(0, Math.ceil(x - reach));
    const lastColumn = Math.min(columns - 1, Math.floor(x + reach));
    const lastRow = Math.min(rows - 1, Math.floor(y + reach));
    for (let row = Math.max(0, Math.ceil(y - reach)); row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const distanceSquared = ((column - x) ** 2 + (row - y) ** 2) * cell_m * cell_m;
        if (distanceSquared >= bandwidth_m * bandwidth_m) continue;
        perKm2[row * columns + column]! += 1e6 * quarticKernel(distanceSquared, bandwidth_m);
        incidentsWithin[row * columns + column]! += 1;
      }
    }
  }

  for (let index = 0; index < perKm2.length; index += 1) {
    if (incidentsWithin[index]! < minimumIncidents) perKm2[index] = Number.NaN;
  }
  return {
    box: [west, south, west + columns * cell_m, south + rows * cell_m],
    cell_m,
    columns,
    rows,
    perKm2,
    incidentsWithin,
  };
}

/** Sums of floating-point numbers depend on their order, so there is one: from the west, then from the south. */
function inFixedOrder(points: Float64Array | readonly Position[]): readonly Position[] {
  const positions: Position[] = [];
  if (points instanceof Float64Array) {
    for (let index = 0; index + 1 < points.length; index += 2) positions.push([points[index]!, points[index + 1]!]);
  } else for (const position of points) positions.push(position);
  for (const [east, north] of positions) {
    if (!Number.isFinite(east) || !Number.isFinite(north)) throw new Error(`Unexpected position: ${east}, ${north}.`);
  }
  return positions.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
}
