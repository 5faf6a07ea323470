import type { Position } from '../position.ts';
import { cellAt, cellKey, CELL_SIZES_M, type Cell, type CellSize } from './cell.ts';

/** How many plausible places a mask must leave open, unless the municipality asks for more. */
export const DEFAULT_K = 8;

export type SettledCell = Cell & {
  /** How many plausible places show this very cell: at least k. */
  readonly places: number;
};

export type SettledCells = {
  /** Every settled cell, from the smallest size up, then from south-west. */
  readonly cells: readonly SettledCell[];
  /** Plausible places that no cell can hide: a site there must be withheld. In the order they came in. */
  readonly unsettled: readonly Position[];
  /** The cell that a site at a position shows; null when it must be withheld. */
  cellFor(position: Position): Cell | null;
};

/**
 * Which cells may be shown for secret sites in a town where cameras could plausibly hang at these places (buildings,
 * masts). From the smallest size up, a cell is settled when at least k of its places are not already settled in a
 * smaller cell; those take it. Hence whoever knows this rule and every place, and is shown a cell, still has at least k
 * places to choose between. The plain "smallest cell with k places" does not give that: being shown a large cell then
 * tells that the site is in none of its smaller cells that hold k (docs/masking.md, the minimality attack).
 *
 * A site shows the smallest settled cell that holds it. At a plausible place that is the place's own cell: had a
 * smaller settled cell held the place, the place would have been settled there. A site elsewhere (a new mast, a sign)
 * is treated alike, by where it stands and not by its nearest place: the cell shown then always holds the site, no
 * secret position takes part in settling, and the ground that shows a cell holds the same k or more places.
 *
 * Places at one and the same spot (to the centimetre) are one place: eight doors on one mast hide nothing.
 */
export function settleCells(plausiblePlaces: readonly Position[], k: number = DEFAULT_K): SettledCells {
  if (!Number.isInteger(k) || k < 1) throw new Error(`Unexpected k: ${k}.`);
  const settled = new Map<string, SettledCell>();
  let left = distinctPlaces(plausiblePlaces);

  for (const size_m of CELL_SIZES_M) {
    for (const cell of countByCell(left, size_m)) {
      if (cell.places >= k) settled.set(cellKey(cell), cell);
    }
    left = left.filter((place) => !settled.has(cellKey(cellAt(place, size_m))));
  }

  function cellFor(position: Position): Cell | null {
    for (const size_m of CELL_SIZES_M) {
      const cell = cellAt(position, size_m);
      if (settled.has(cellKey(cell))) return cell;
    }
    return null;
  }

  return { cells: [...settled.values()], unsettled: left, cellFor };
}

function distinctPlaces(places: readonly Position[]): Position[] {
  const seen = new Map<string, Position>();
  for (const place of places) {
    if (!place.every(Number.isFinite)) throw new Error(`Unexpected place: ${place.join(', ')}.`);
    const key = `${Math.round(place[0] * 100)}:${Math.round(place[1] * 100)}`;
    if (!seen.has(key)) seen.set(key, place);
  }
  return [...seen.values()];
}

/** The cells of one size that hold places, from south-west, each with how many it holds. */
function countByCell(places: readonly Position[], size_m: CellSize): SettledCell[] {
  const cells = new Map<string, { cell: Cell; places: number }>();
  for (const place of places) {
    const cell = cellAt(place, size_m);
    const key = cellKey(cell);
    const counted = cells.get(key);
    if (counted) counted.places += 1;
    else cells.set(key, { cell, places: 1 });
  }
  return [...cells.values()]
    .map(({ cell, places: count }) => ({ ...cell, places: count }))
    .toSorted((a, b) => a.north_m - b.north_m || a.east_m - b.east_m);
}
