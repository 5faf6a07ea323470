import type { Position } from '#core/position.ts';
import { distance_m } from '#core/position.ts';
import type { Line } from './line.ts';
import { boxRound } from './near.ts';

/** Where two stretches cross: the share of the way along each; null when they do not. */
export function crossing(
  a: Position,
  b: Position,
  c: Position,
  d: Position,
): readonly [onFirst: number, onSecond: number] | null {
  const rx = b[0] - a[0];
  const ry = b[1] - a[1];
  const sx = d[0] - c[0];
  const sy = d[1] - c[1];
  const cross = rx * sy - ry * sx;
  if (Math.abs(cross) < 1e-12) return null;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [t, u] : null;
}

/** The distances along a line, in order, at which another crosses it. */
export function crossings_m(line: Line, other: Line): number[] {
  const found: number[] = [];
  const [west, south, east, north] = boxRound(line);
  const near: (readonly [Position, Position])[] = [];
  for (let j = 1; j < other.length; j += 1) {
    const c = other[j - 1]!;
    const d = other[j]!;
    if (Math.max(c[0], d[0]) < west || Math.min(c[0], d[0]) > east) continue;
    if (Math.max(c[1], d[1]) < south || Math.min(c[1], d[1]) > north) continue;
    near.push([c, d]);
  }
  if (near.length === 0) return found;
  let run = 0;
  for (let i = 1; i < line.length; i += 1) {
    const a = line[i - 1]!;
    const b = line[i]!;
    const length = distance_m(a, b);
    for (const [c, d] of near) {
      if (Math.max(c[0], d[0]) < Math.min(a[0], b[0]) || Math.min(c[0], d[0]) > Math.max(a[0], b[0])) continue;
      const hit = crossing(a, b, c, d);
      if (hit) found.push(run + hit[0] * length);
    }
    run += length;
  }
  return found.toSorted((p, q) => p - q);
}

/** How far a position lies from a stretch, metres. */
export function distanceToStretch_m(p: Position, a: Position, b: Position): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(Math.max(((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square, 0), 1);
  return Math.hypot(a[0] + t * dx - p[0], a[1] + t * dy - p[1]);
}

/** The least distance between two stretches, 0 when they cross. Metres. */
export function gapOfStretches_m(a: Position, b: Position, c: Position, d: Position): number {
  if (crossing(a, b, c, d)) return 0;
  return Math.min(
    distanceToStretch_m(a, c, d),
    distanceToStretch_m(b, c, d),
    distanceToStretch_m(c, a, b),
    distanceToStretch_m(d, a, b),
  );
}
