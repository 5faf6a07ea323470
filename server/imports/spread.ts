import type { Box, Position } from '#core/position.ts';

/** Further than this from the middle of the rest a point is likely an error. */
const far_m = 150_000;

export interface Spread {
  /** The box that holds all but the outermost half per cent at each side; null without positions. */
  readonly middle: Box | null;
  /** How many lie more than `far_km` from the median position. */
  readonly far: number;
  readonly far_km: number;
}

/** Where most of the positions lie, not led astray by a few at the other end of the country. */
export function spreadOf(positions: Iterable<Position>): Spread {
  const all = new Positions();
  for (const position of positions) all.add(position);
  return all.spread();
}

/** Positions as they go by, in 16 bytes each: a file of millions fits. EPSG:3006. */
export class Positions {
  #easts = new Float64Array(1024);
  #norths = new Float64Array(1024);
  length = 0;

  add([east, north]: Position): void {
    if (this.length === this.#easts.length) {
      this.#easts = grown(this.#easts);
      this.#norths = grown(this.#norths);
    }
    this.#easts[this.length] = east;
    this.#norths[this.length] = north;
    this.length += 1;
  }

  spread(): Spread {
    const far_km = far_m / 1000;
    if (this.length === 0) return { middle: null, far: 0, far_km };
    const easts = this.#easts.subarray(0, this.length).toSorted();
    const norths = this.#norths.subarray(0, this.length).toSorted();
    const at = (sorted: Float64Array, share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
    const [east, north] = [at(easts, 0.5), at(norths, 0.5)];
    let far = 0;
    for (let i = 0; i < this.length; i += 1)
      if (Math.hypot((this.#easts[i] ?? 0) - east, (this.#norths[i] ?? 0) - north) > far_m) far += 1;
    return { middle: [at(easts, 0.005), at(norths, 0.005), at(easts, 0.995), at(norths, 0.995)], far, far_km };
  }
}

function grown(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(values.length * 2);
  larger.set(values);
  return larger;
}
