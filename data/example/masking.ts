import type { Cell } from '#core/grid/cell.ts';
import { settleCells } from '#core/grid/settle-cells.ts';
import type { Position } from '#core/position.ts';
import type { Building, Mast } from './types.ts';

/** How many plausible places a mask leaves open in the example. */
export const MASK_K = 8;

/** The cell that a masked position shows, settled from where cameras could plausibly hang: buildings and masts. */
export function maskCells(buildings: readonly Building[], masts: readonly Mast[]): (at: Position) => Cell {
  const settled = settleCells([...buildings.map(middleOf), ...masts.map(({ at }) => at)], MASK_K);
  return (at) => {
    const cell = settled.cellFor(at);
    if (!cell) throw new Error('A masked position of the example stands where nothing can hide it: withhold it.');
    return cell;
  };
}

function middleOf({ rings }: Building): Position {
  const corners = rings[0]!.slice(1);
  const sum = corners.reduce(([x, y], [cx, cy]) => [x + cx, y + cy] as const, [0, 0] as Position);
  return [sum[0] / corners.length, sum[1] / corners.length];
}
