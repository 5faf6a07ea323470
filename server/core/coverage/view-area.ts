import type { PolygonRings, Position } from '../position.ts';
import { checkCameraView, type CameraView } from './camera-view.ts';
import { eyeOf } from './eye.ts';
import { occluders } from './occluders.ts';
import { distanceAt_m, mergeNearest, nearestSights, type Direction, type Sight } from './sightline.ts';
import { arcOf, type Arc } from './wedge.ts';

/** A stretch of the view narrower than this is dropped: 0.1 mm at one kilometre. Radians. */
const SLIVER_RAD = 1e-7;
/** Corners closer than this to the one before are the same corner. Metres. */
const SAME_CORNER_M = 1e-6;

/**
 * What a camera sees on the ground: its wedge (or circle, at 360 degrees) cut by the outlines of buildings. The web
 * draws with it while the mouse moves and the server stores what it gives, so what is saved is what was seen.
 *
 * A camera whose bearing nobody has recorded gives null below 360 degrees: it is shown as unknown, never as north.
 * A camera on a façade sees outwards (see eye.ts). Heights are not considered: a building hides what is behind it.
 *
 * EPSG:3006. The ring is simple, counter-clockwise and star-shaped about the eye; the arc is drawn with chords that
 * leave the circle by at most 0.05 m. O(n log n) in the number of walls within range.
 */
export function viewArea(camera: CameraView, buildings: readonly PolygonRings[]): PolygonRings | null {
  checkCameraView(camera);
  if (camera.bearing_deg === null && camera.angle_deg < 360) return null;
  const eye = eyeOf(camera, buildings);
  const arc = arcOf(camera.bearing_deg, camera.angle_deg, camera.range_m);
  const walls = nearestSights(occluders(eye, arc, camera.range_m, buildings));
  const nearest = mergeNearest(chords(arc, camera.range_m), walls);
  return [ringAround(eye, arc, nearest, camera.angle_deg >= 360)];
}

/** The arc of the range as lines seen from the eye: where no wall is nearer, the view ends at these. */
function chords({ step_rad, steps }: Arc, range_m: number): Sight[] {
  const corners = Array.from({ length: steps + 1 }, (_, step): Direction => {
    const turn = step * step_rad;
    return { turn, cos: Math.cos(turn), sin: Math.sin(turn) };
  });
  const apothem_m = range_m * Math.cos(step_rad / 2);
  return corners.slice(1).map((to, step) => {
    const middle = (step + 0.5) * step_rad;
    return { from: corners[step]!, to, a: Math.cos(middle) / apothem_m, b: Math.sin(middle) / apothem_m };
  });
}

/** The ring through both ends of every line that is seen, back in the plane's own coordinates. */
function ringAround(eye: Position, arc: Arc, nearest: readonly Sight[], isFullCircle: boolean): Position[] {
  const cos = Math.cos(arc.start_rad);
  const sin = Math.sin(arc.start_rad);
  const corners: Position[] = isFullCircle ? [] : [eye];

  function addCorner(sight: Sight, direction: Direction): void {
    const distance = distanceAt_m(sight, direction);
    const x = distance * direction.cos;
    const y = distance * direction.sin;
    const corner: Position = [eye[0] + x * cos - y * sin, eye[1] + x * sin + y * cos];
    const last = corners.at(-1);
    if (!last || isApart(last, corner)) corners.push(corner);
  }

  for (const sight of nearest) {
    if (sight.to.turn - sight.from.turn < SLIVER_RAD) continue;
    addCorner(sight, sight.from);
    addCorner(sight, sight.to);
  }
  while (corners.length > 1 && !isApart(corners[0]!, corners.at(-1)!)) corners.pop();
  return [...corners, corners[0]!];
}

function isApart(a: Position, b: Position): boolean {
  return Math.abs(a[0] - b[0]) > SAME_CORNER_M || Math.abs(a[1] - b[1]) > SAME_CORNER_M;
}
