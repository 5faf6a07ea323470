import type { Position, Ring } from '#core/position.ts';
import type { Random } from '#core/random.ts';
import type { Ground } from './geometry/ground.ts';
import { beside, courseOf, type Course, type Line } from './geometry/line.ts';
import { toCentimetre } from './landmarks.ts';

/** How houses stand along a street; each number is drawn anew for each house. Metres. */
export type Row = {
  /** Along the street, and away from it. */
  width_m(): number;
  depth_m(width_m: number): number;
  /** From the kerb to the house, and from one house to the next: 0 gives a shared wall. */
  setback_m(): number;
  gap_m(): number;
  /** The share of plots that are built on. */
  readonly built: number;
  /** How far houses keep from each other (but not from the one they share a wall with), and from streets. */
  readonly fromHouses_m: number;
};

/** What parts two houses that share a wall: rounding to the centimetre must not make them overlap. Metres. */
const JOINT_M = 0.08;

export type Plot = { readonly ring: Ring; readonly middle: Position };

/** How far a house keeps from what is not a street or a house. Metres. */
const clear = { water: 9, rail: 10, soft: 6, motorway: 28, setAside: 3 };

/**
 * Houses along one side of a street (1 left, -1 right), one after the other, wherever the ground is free. What is built
 * is added to the ground at once. `isPlace` says whether a house may stand with its middle there.
 */
export function rowAlong(
  street: Line,
  half_m: number,
  side: 1 | -1,
  row: Row,
  ground: Ground,
  random: Random,
  isPlace: (middle: Position) => boolean,
): Plot[] {
  const course = courseOf(street);
  const total = course.length_m;
  const plots: Plot[] = [];
  let neighbour: Ring | null = null;
  let s = random.next() * row.gap_m();
  while (s < total) {
    const width = row.width_m();
    const near = half_m + row.setback_m();
    const plot = s + width <= total ? quad(course, s, width, side, near, row.depth_m(width)) : null;
    const wanted = plot !== null && isPlace(plot.middle);
    const keep = { ...clear, street: Math.min(near - half_m, 2.4) - 0.1, building: row.fromHouses_m };
    const isFree = plot && wanted && ground.isFree(plot.ring, keep, neighbour);
    // Where a street bends the houses along its inner side would cut into each other.
    if (!isFree || (neighbour && !ground.isFree(plot.ring, { building: JOINT_M / 4 }))) {
      s += wanted ? 2 : 7;
      neighbour = null;
      continue;
    }
    const gap = row.gap_m();
    s += width + Math.max(gap, JOINT_M);
    neighbour = null;
    if (random.next() > row.built) continue;
    ground.addRing('building', plot.ring);
    plots.push(plot);
    if (gap === 0) neighbour = plot.ring;
  }
  return plots;
}

function quad(course: Course, s_m: number, width_m: number, side: 1 | -1, near_m: number, depth_m: number): Plot {
  const first = course.stationAt(s_m);
  const last = course.stationAt(s_m + width_m);
  const corners = [
    beside(first, side * near_m),
    beside(last, side * near_m),
    beside(last, side * (near_m + depth_m)),
    beside(first, side * (near_m + depth_m)),
  ].map(toCentimetre);
  const ring = side === 1 ? corners : corners.toReversed();
  const middle: Position = [
    corners.reduce((sum, [x]) => sum + x, 0) / 4,
    corners.reduce((sum, [, y]) => sum + y, 0) / 4,
  ];
  return { ring: [...ring, ring[0]!], middle };
}
