import type { PolygonRings, Position } from '../position.ts';
import type { Arc } from './wedge.ts';
import type { Direction, Sight } from './sightline.ts';

/** A line closer than this to the eye passes through it: it has no width seen from there. Metres. */
const THROUGH_EYE_M = 1e-6;
const FULL_TURN = 2 * Math.PI;

/**
 * The walls of buildings as a camera sees them: lines between two directions, measured from where its view begins.
 * Walls wholly out of range or out of the view are left out; those that reach past the range are cut where the arc is
 * merged in. Both sides of a wall hide what is behind it.
 */
export function occluders(eye: Position, arc: Arc, range_m: number, buildings: readonly PolygonRings[]): Sight[] {
  const sights: Sight[] = [];
  const cos = Math.cos(arc.start_rad);
  const sin = Math.sin(arc.start_rad);
  const end: Direction = { turn: arc.sweep_rad, cos: Math.cos(arc.sweep_rad), sin: Math.sin(arc.sweep_rad) };

  // Into the frame of the eye: the view begins along the x axis and goes counter-clockwise.
  function turned([east, north]: Position): Position {
    const x = east - eye[0];
    const y = north - eye[1];
    return [x * cos + y * sin, y * cos - x * sin];
  }

  for (const building of buildings) {
    for (const ring of building) {
      const corners = ring.map(turned);
      for (let index = 1; index < corners.length; index += 1) {
        addWall(sights, corners[index - 1]!, corners[index]!, range_m, end);
      }
    }
  }
  return sights;
}

function addWall(sights: Sight[], p: Position, q: Position, range_m: number, end: Direction): void {
  const dx = q[0] - p[0];
  const dy = q[1] - p[1];
  const length = Math.hypot(dx, dy);
  const cross = p[0] * dy - p[1] * dx;
  const lineDistance = Math.abs(cross) / length;
  if (!(lineDistance > THROUGH_EYE_M) || lineDistance >= range_m) return;
  const along = Math.min(Math.max(-(p[0] * dx + p[1] * dy) / (length * length), 0), 1);
  if (Math.hypot(p[0] + along * dx, p[1] + along * dy) >= range_m) return;

  // Counter-clockwise from start to stop; 1 / distance = (dy cos t - dx sin t) / cross holds either way round.
  const start = directionOf(cross > 0 ? p : q);
  const stop = directionOf(cross > 0 ? q : p);
  const a = dy / cross;
  const b = -dx / cross;
  if (stop.turn > start.turn) addSight(sights, a, b, start, stop, end);
  else if (start.turn - stop.turn > Math.PI) {
    addSight(sights, a, b, start, { turn: FULL_TURN, cos: 1, sin: 0 }, end);
    addSight(sights, a, b, { turn: 0, cos: 1, sin: 0 }, stop, end);
  }
}

function addSight(sights: Sight[], a: number, b: number, from: Direction, to: Direction, end: Direction): void {
  if (from.turn >= end.turn || to.turn <= from.turn) return;
  sights.push({ from, to: to.turn > end.turn ? end : to, a, b });
}

/** The same corner always gives the same direction, so walls that share a corner leave no gap between them. */
function directionOf([x, y]: Position): Direction {
  const length = Math.hypot(x, y);
  const turn = Math.atan2(y, x);
  return { turn: turn < 0 ? turn + FULL_TURN : turn, cos: x / length, sin: y / length };
}
