import { pointInPolygon } from '#core/geometry/point-in-polygon.ts';
import type { Box, Position, Ring } from '#core/position.ts';
import { gapOfStretches_m } from './cross.ts';
import type { Line } from './line.ts';
import { boxRound, Near } from './near.ts';

type Taken = {
  readonly a: Position;
  readonly b: Position;
  readonly half_m: number;
  readonly of: Ring | null;
  readonly layer: string;
};

/**
 * What is already taken of the ground: streets with their widths, water, buildings, set-aside areas, each in a layer.
 * Whoever wants to build asks whether a ring keeps its distance from every layer that it must keep clear of.
 */
export class Ground {
  readonly #stretches = new Near<Taken>();
  readonly #solids = new Near<{ readonly ring: Ring; readonly layer: string }>();

  /** A street or track: everything within half its width of the line. */
  addLine(layer: string, line: Line, half_m: number): void {
    for (let index = 1; index < line.length; index += 1) {
      const a = line[index - 1]!;
      const b = line[index]!;
      this.#stretches.add(boxRound([a, b], half_m), { a, b, half_m, of: null, layer });
    }
  }

  /** A closed ring: everything inside it. */
  addRing(layer: string, ring: Ring): void {
    for (let index = 1; index < ring.length; index += 1) {
      const a = ring[index - 1]!;
      const b = ring[index]!;
      this.#stretches.add(boxRound([a, b]), { a, b, half_m: 0, of: ring, layer });
    }
    this.#solids.add(boxRound(ring), { ring, layer });
  }

  /** Whether a ring keeps at least `clear[layer]` metres from all that stands in those layers, `except` one ring. */
  isFree(ring: Ring, clear: Readonly<Record<string, number>>, except: Ring | null = null): boolean {
    const reach = Math.max(...Object.values(clear));
    const box = boxRound(ring, reach);
    for (const { a, b, half_m, of, layer } of this.#stretches.within(box)) {
      const distance = clear[layer];
      if (distance === undefined || (of !== null && of === except)) continue;
      if (gapToRing_m(ring, a, b) < half_m + distance) return false;
    }
    for (const { ring: solid, layer } of this.#solids.within(box)) {
      if (clear[layer] === undefined || solid === except) continue;
      if (pointInPolygon([solid], ring[0]!) || pointInPolygon([ring], solid[0]!)) return false;
    }
    return !this.#swallows(ring, box, clear, except);
  }

  /** Whether a position keeps its distance, as isFree. */
  isFreeAt(at: Position, clear: Readonly<Record<string, number>>): boolean {
    return this.isFree([at, at], clear);
  }

  /** A street wholly inside the ring touches no edge of it. */
  #swallows(ring: Ring, box: Box, clear: Readonly<Record<string, number>>, except: Ring | null): boolean {
    if (ring.length < 4) return false;
    for (const { a, of, layer } of this.#stretches.within(box)) {
      if ((of === null || of !== except) && clear[layer] !== undefined && pointInPolygon([ring], a)) return true;
    }
    return false;
  }
}

function gapToRing_m(ring: Ring, a: Position, b: Position): number {
  let least = Infinity;
  for (let index = 1; index < ring.length; index += 1) {
    least = Math.min(least, gapOfStretches_m(ring[index - 1]!, ring[index]!, a, b));
    if (least === 0) return 0;
  }
  return least;
}
