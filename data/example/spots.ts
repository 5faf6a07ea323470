/** A spot of the plan: metres east and north of its south-west corner. */
export type Spot = readonly [x_m: number, y_m: number];

/** Spots written as "x,y x,y …". */
export function spots(text: string): Spot[] {
  return text.split(' ').map((pair) => {
    const [x, y] = pair.split(',').map(Number);
    if (x === undefined || y === undefined || Number.isNaN(x + y)) throw new Error(`Unexpected spot: ${pair}.`);
    return [x, y];
  });
}
