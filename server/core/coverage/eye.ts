import { boxHolds, boxOf } from '../geometry/box.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import { outwards, wallsOf, type Wall } from '../geometry/wall.ts';
import { alongBearing, toDegrees } from '../optics/angles.ts';
import { distance_m, type PolygonRings, type Position } from '../position.ts';
import type { CameraView } from './camera-view.ts';

/** How far in front of its wall a camera looks from: the length of a short bracket. */
export const BRACKET_M = 0.1;
/** A camera drawn at most this far inside an outline hangs on its façade: surveyed positions and outlines differ so much. */
export const FACADE_REACH_M = 1.5;
/** A place to look from must be this clear of every wall. */
const CLEAR_M = 0.005;

/**
 * From where a camera sees. A camera in the open sees from where it is. One drawn on a wall, or up to 1.5 m inside an
 * outline, hangs on a façade: it sees from 0.1 m in front of the nearest wall that it does not turn its back on, and
 * that is not a wall against a neighbour. Everything else is indoors and sees from where it is, up to the walls.
 */
export function eyeOf({ position, bearing_deg, angle_deg }: CameraView, buildings: readonly PolygonRings[]): Position {
  const near = buildings.filter((building) => boxHolds(boxOf(building), position, FACADE_REACH_M));
  if (near.length === 0) return position;

  const walls = near.flatMap(wallsOf);
  const isInside = near.some((building) => pointInPolygon(building, position));
  const look = angle_deg >= 360 || bearing_deg === null ? null : { bearing_deg };

  const footholds = walls
    .map((wall) => footholdOn(wall, position))
    .filter((foothold) => foothold.distance_m < (isInside ? FACADE_REACH_M : BRACKET_M))
    .map((foothold) => ({ ...foothold, turned_deg: turnedFrom_deg(foothold.out, look) }))
    .filter(({ turned_deg }) => turned_deg < 90 + angle_deg / 2)
    .toSorted((a, b) => Number(a.turned_deg >= 90) - Number(b.turned_deg >= 90) || a.distance_m - b.distance_m);

  for (const { foot, out } of footholds) {
    const eye: Position = [foot[0] + BRACKET_M * out[0], foot[1] + BRACKET_M * out[1]];
    const isFree = !near.some((building) => pointInPolygon(building, eye));
    if (isFree && walls.every((wall) => footholdOn(wall, eye).distance_m >= CLEAR_M)) return eye;
  }
  return position;
}

type Foothold = { foot: Position; out: Position; distance_m: number };

/** The nearest position on a wall, and the way out from there; near a corner that is the middle between both walls' ways. */
function footholdOn({ previous, a, b, next }: Wall, position: Position): Foothold {
  const length = distance_m(a, b);
  const along = ((position[0] - a[0]) * (b[0] - a[0]) + (position[1] - a[1]) * (b[1] - a[1])) / length;
  const from = Math.min(Math.max(along, 0), length);
  const foot: Position = [a[0] + ((b[0] - a[0]) * from) / length, a[1] + ((b[1] - a[1]) * from) / length];
  let out = outwards(a, b);
  if (from < BRACKET_M) out = between(out, outwards(previous, a));
  else if (from > length - BRACKET_M) out = between(out, outwards(b, next));
  return { foot, out, distance_m: distance_m(foot, position) };
}

function between(a: Position, b: Position): Position {
  const length = Math.hypot(a[0] + b[0], a[1] + b[1]);
  return length < 1e-6 ? a : [(a[0] + b[0]) / length, (a[1] + b[1]) / length];
}

/** The angle between the way out of a wall and the middle of the view; nothing for a camera that sees all round. */
function turnedFrom_deg(out: Position, look: { bearing_deg: number } | null): number {
  if (!look) return 0;
  const along = alongBearing(look.bearing_deg);
  const cosine = out[0] * along[0] + out[1] * along[1];
  return toDegrees(Math.acos(Math.min(1, Math.max(-1, cosine))));
}
