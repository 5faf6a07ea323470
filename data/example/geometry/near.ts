import type { Box, Position } from '#core/position.ts';

/** More than there are rows of cells from the equator to the pole, so that each cell has a number of its own. */
const ROW = 1_000_003;

/** What stands near: things by their boxes in a grid, to be asked while more are added. */
export class Near<Thing> {
  readonly #cells = new Map<number, { readonly box: Box; readonly thing: Thing }[]>();
  readonly #size_m: number;

  constructor(size_m = 60) {
    this.#size_m = size_m;
  }

  add(box: Box, thing: Thing): void {
    const entry = { box, thing };
    for (const cell of this.#over(box)) {
      const held = this.#cells.get(cell);
      if (held) held.push(entry);
      else this.#cells.set(cell, [entry]);
    }
  }

  /** The things whose boxes come within a box, each once, in the order they were added to their first cell. */
  within(box: Box): Set<Thing> {
    const found = new Set<Thing>();
    for (const cell of this.#over(box)) {
      for (const { box: other, thing } of this.#cells.get(cell) ?? []) {
        if (other[0] <= box[2] && box[0] <= other[2] && other[1] <= box[3] && box[1] <= other[3]) found.add(thing);
      }
    }
    return found;
  }

  #over(box: Box): number[] {
    const cells: number[] = [];
    for (let x = Math.floor(box[0] / this.#size_m); x <= Math.floor(box[2] / this.#size_m); x += 1) {
      for (let y = Math.floor(box[1] / this.#size_m); y <= Math.floor(box[3] / this.#size_m); y += 1)
        cells.push(x * ROW + y);
    }
    return cells;
  }
}

/** The box round some positions, with a margin. */
export function boxRound(positions: readonly Position[], margin_m = 0): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west - margin_m, south - margin_m, east + margin_m, north + margin_m];
}
