import type { Box, Position } from '#core/position.ts';

/** Side of a block. With cells of 50 m a block's grid is 160 000 cells. */
const block_m = 20_000;

export interface Block {
  readonly box: Box;
  /** Every point whose kernel reaches into the box. */
  readonly points: readonly Position[];
}

/** Cuts the plane into blocks where there are points, from the south, then from the west; empty land costs nothing. */
export function blocksOf(points: readonly Position[], reach_m: number, cell_m: number): Block[] {
  if (block_m % cell_m !== 0) throw new Error(`Unexpected cell_m: ${cell_m}.`);
  const blocks = new Map<string, { column: number; row: number; points: Position[] }>();
  for (const point of points) {
    const [firstColumn, lastColumn] = reached(point[0], reach_m);
    const [firstRow, lastRow] = reached(point[1], reach_m);
    for (let row = firstRow; row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const key = `${column}:${row}`;
        const block = blocks.get(key) ?? { column, row, points: [] };
        block.points.push(point);
        blocks.set(key, block);
      }
    }
  }
  return [...blocks.values()]
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
    .map(({ column, row, points: near }) => ({
      box: [column * block_m, row * block_m, (column + 1) * block_m, (row + 1) * block_m],
      points: near,
    }));
}

function reached(coordinate: number, reach_m: number): [number, number] {
  return [Math.floor((coordinate - reach_m) / block_m), Math.floor((coordinate + reach_m) / block_m)];
}
