import { distance_m, type Box, type Position, type Ring } from '#core/position.ts';
import { pointInPolygon } from '#core/geometry/point-in-polygon.ts';
import { boxOf } from '#core/geometry/box.ts';
import { extent, onGround } from './frame.ts';
import { crossings_m } from './geometry/cross.ts';
import { facesOf } from './geometry/faces.ts';
import { cut, length_m, smooth, type Line } from './geometry/line.ts';
import { planLines, type PlanLine } from './plan.ts';
import { shoreLine, type River } from './river.ts';
import { zoneSeeds, type ZoneSeed } from './zone-seeds.ts';

/** Half the ground that a street takes, kerb to kerb. Metres. */
export const halfWidth_m = {
  motorway: 11,
  primary: 6.5,
  secondary: 5,
  residential: 3.5,
  service: 2.5,
  pedestrian: 3.5,
  path: 1.5,
  rail: 6,
} as const;

/** How far short of the line it names a plan line may begin. */
const REACH_M = 60;

export type MainStreet = PlanLine & { readonly line: Line };

/** The plan's lines as smooth curves, each trimmed where it begins or ends on another. EPSG:3006. */
export function mainStreets(river: River): MainStreet[] {
  const drawn = new Map(planLines.map((line) => [line.id, smooth(line.through.map(onGround), 12) as Line]));
  drawn.set('RIVER', river.middle).set('SHORE', shoreLine());
  return planLines.map((plan) => {
    let line = drawn.get(plan.id)!;
    if (plan.from) line = trimStart(line, drawn.get(plan.from)!, plan);
    if (plan.to) line = trimStart(line.toReversed(), drawn.get(plan.to)!, plan).toReversed();
    return { ...plan, line: insideFrame(line) };
  });
}

function trimStart(line: Line, other: Line, { id }: PlanLine): Line {
  const reaching = [beyond(line[1]!, line[0]!, REACH_M), ...line];
  const last = crossings_m(reaching, other).findLast((at) => at < 3 * REACH_M);
  if (last === undefined) throw new Error(`${id} does not begin on the line it names.`);
  return cut(reaching, last, length_m(reaching));
}

function insideFrame(line: Line): Line {
  const [west, south, east, north] = extent;
  return line.map(([x, y]) => [Math.min(Math.max(x, west), east), Math.min(Math.max(y, south), north)] as const);
}

/** A part of the town with streets or water all round it (or a soft edge), and what is to be built there. */
export type Zone = ZoneSeed & { readonly ring: Ring; readonly box: Box };

/** What the main lines, the river, the shore and the frame enclose, by the seeds that lie there. */
export function zonesOf(streets: readonly MainStreet[], river: River): Zone[] {
  const [west, south, east, north] = extent;
  const frame: Line = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const faces = facesOf([...zoneEdges(streets), river.middle, shoreLine(), frame]);
  const taken = new Set<Ring>();
  return zoneSeeds.map((seed) => {
    const ring = faces.find((face) => pointInPolygon([face], onGround(seed.at)));
    if (!ring || taken.has(ring)) throw new Error(`No zone of its own at ${seed.at.join(', ')}.`);
    taken.add(ring);
    return { ...seed, ring, box: boxOf([ring]) };
  });
}

/** The main lines as edges of zones. Trimmed lines end on others to the last bit: a hair more makes sure that they cross. */
export function zoneEdges(streets: readonly MainStreet[]): Line[] {
  return streets.map(({ line }) => overshoot(line));
}

function overshoot(line: Line): Line {
  const hair_m = 0.5;
  return [beyond(line[1]!, line[0]!, hair_m), ...line.slice(1, -1), beyond(line.at(-2)!, line.at(-1)!, hair_m)];
}

/** The position a little further on than `b`, coming from `a`. */
function beyond(a: Position, b: Position, by_m: number): Position {
  const length = distance_m(a, b);
  return [b[0] + ((b[0] - a[0]) / length) * by_m, b[1] + ((b[1] - a[1]) / length) * by_m];
}
