import type { Cell } from '#core/grid/cell.ts';
import { settleCells } from '#core/grid/settle-cells.ts';
import type { Position } from '#core/position.ts';
import { middleOf } from './geometry/line.ts';
import type { Building, Mast } from './types.ts';

/** How many plausible places a mask leaves open in the example. */
export const MASK_K = 8;

/** The cell that a masked position shows, settled from where cameras could plausibly hang: buildings and masts. */
export function maskCells(buildings: readonly Building[], masts: readonly Mast[]): (at: Position) => Cell {
  const settled = settleCells(
    [...buildings.map(({ rings }) => middleOf(rings[0]!)), ...masts.map(({ at }) => at)],
    MASK_K,
  );
  return (at) => {
    const cell = settled.cellFor(at);
    if (!cell) throw new Error('A masked position of the example stands where nothing can hide it: withhold it.');
    return cell;
  };
}
