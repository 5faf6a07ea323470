import type { Box, Position } from '#core/position.ts';
import { densityGrid } from '#core/density/density-grid.ts';
import { quarticKernel } from '#core/density/kernel.ts';
import { MINIMUM_INCIDENTS } from '#core/density/density-grid.ts';
import { bandsOf, type Band } from './bands.ts';
import { blocksOf } from './blocks.ts';
import { levelsFor } from './levels.ts';

export const bandwidth_m = 150;
export const cell_m = 50;

/** Finer for the drawn bands, so that they are smooth close up; coarser where the land is too wide for that. */
const drawnCells_m = [12.5, 25, 50] as const;
const mostDrawnCells = 3_000_000;
/** Kernel times cells that a computation may take: a few seconds of the thread. */
const mostSteps = 600_000_000;

/** Bands begin here: four incidents on one spot do not reach it, so within a band there are five or more everywhere. */
export const lowestLevel_perKm2 = Math.ceil(((MINIMUM_INCIDENTS - 1) * 1e6 * quarticKernel(0, bandwidth_m)) / 10) * 10;

/** A density as it may be shown: no counts, no positions of incidents. EPSG:3006. */
export interface Density {
  /** South-west corners of the 50 m cells that are not blank, from the south, then from the west. */
  readonly east_m: Int32Array;
  readonly north_m: Int32Array;
  /** Two figures that count. */
  readonly perKm2: Float64Array;
  /** Lower edges of the bands. */
  readonly levels: readonly number[];
  readonly bands: readonly Band[];
}

/** The density of the chosen incidents: cells to read off, bands to draw. */
export function computeDensity(points: readonly Position[]): Density {
  const cells: { east: number; north: number; value: number }[] = [];
  let highest = 0;
  for (const { box, points: near } of blocksOf(points, bandwidth_m, cell_m)) {
    if (near.length < MINIMUM_INCIDENTS) continue;
    const { columns, perKm2 } = densityGrid(near, { bandwidth_m, cell_m, box });
    perKm2.forEach((value, index) => {
      if (Number.isNaN(value)) return;
      if (value > highest) highest = value;
      cells.push({
        east: box[0] + (index % columns) * cell_m,
        north: box[1] + Math.floor(index / columns) * cell_m,
        value: Number(value.toPrecision(2)),
      });
    });
  }
  const inOrder = cells.toSorted((a, b) => a.north - b.north || a.east - b.east);
  const levels = levelsFor(lowestLevel_perKm2, highest);
  return {
    east_m: Int32Array.from(inOrder, ({ east }) => east),
    north_m: Int32Array.from(inOrder, ({ north }) => north),
    perKm2: Float64Array.from(inOrder, ({ value }) => value),
    levels,
    bands: levels.length === 0 ? [] : drawBands(points, levels),
  };
}

function drawBands(points: readonly Position[], levels: readonly number[]): Band[] {
  const whole = boxAround(points, bandwidth_m + 50);
  const area_m2 = (whole[2] - whole[0]) * (whole[3] - whole[1]);
  const drawn_m = drawnCells_m.find(
    (size) => area_m2 / size ** 2 <= mostDrawnCells && points.length * Math.PI * (bandwidth_m / size) ** 2 <= mostSteps,
  );
  const blocks = drawn_m ? [{ box: whole, points }] : blocksOf(points, bandwidth_m, cell_m);
  return blocks.flatMap(({ box, points: near }) => {
    const grid = densityGrid(near, { bandwidth_m, cell_m: drawn_m ?? cell_m, box, minimumIncidents: 0 });
    return bandsOf(grid, levels);
  });
}

function boxAround(points: readonly Position[], margin_m: number): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  const down = (value: number) => Math.floor((value - margin_m) / cell_m) * cell_m;
  const up = (value: number) => Math.ceil((value + margin_m) / cell_m) * cell_m;
  return [down(west), down(south), up(east), up(north)];
}
