import type { Position, Ring } from '#core/position.ts';
import { extent, onGround } from './frame.ts';
import { cut, length_m, mix, parallel, smooth, type Line } from './geometry/line.ts';
import { riverHalf_m, riverThrough, shoreThrough } from './plan.ts';

/** Ån: its middle line, both banks as one ring, and half its width at a share (0-1) of its course. EPSG:3006. */
export type River = { readonly middle: Line; readonly ring: Ring; halfAt_m(share: number): number };

export function makeRiver(): River {
  const middle = smooth(riverThrough.map(onGround), 14);
  const ring = [...parallel(middle, halfAt_m), ...parallel(middle, (share) => -halfAt_m(share)).toReversed()];
  return { middle, ring: insideExtent([...ring, ring[0]!]), halfAt_m };
}

function halfAt_m(share: number): number {
  const steps = riverHalf_m.length - 1;
  const step = Math.min(Math.floor(share * steps), steps - 1);
  const t = share * steps - step;
  return riverHalf_m[step]! * (1 - t) + riverHalf_m[step + 1]! * t;
}

/** The lake's shore, from the southern edge of the example to the eastern one. */
export function shoreLine(): Position[] {
  return smooth(shoreThrough.map(onGround), 14);
}

/** The lake: all that lies beyond the shore, as far as the example reaches. */
export function lakeRing(): Ring {
  const [, south, east] = extent;
  const shore = shoreLine();
  return insideExtent([...shore, [east + 60, south - 60], shore[0]!]);
}

/** A walk along one bank, `beside_m` from the water, between two shares of the course. Positive is the north-east bank. */
export function riverside(river: River, side: 1 | -1, beside_m: number, from: number, to: number): Position[] {
  const bank = parallel(river.middle, (share) => side * (halfAt_m(share) + beside_m));
  const total = length_m(bank);
  return cut(bank, from * total, to * total);
}

/** The part of a ring inside the example (Sutherland and Hodgman: cut at one side of the frame after the other). */
function insideExtent(ring: Ring): Ring {
  const [west, south, east, north] = extent;
  const sides: readonly ((at: Position) => number)[] = [
    (at) => at[0] - west,
    (at) => east - at[0],
    (at) => at[1] - south,
    (at) => north - at[1],
  ];
  return sides.reduce((rest, inside) => {
    const cut = rest.slice(1).flatMap((b, index): Position[] => {
      const a = rest[index]!;
      const [da, db] = [inside(a), inside(b)];
      if (da >= 0 && db >= 0) return [b];
      const edge = mix(a, b, da / (da - db));
      return da >= 0 ? [edge] : db >= 0 ? [edge, b] : [];
    });
    return [...cut, cut[0]!];
  }, ring);
}
