import { distance_m, type PolygonRings, type Position } from '../position.ts';
import { pointInPolygon } from './point-in-polygon.ts';

/** The straight distance from a position to the nearest part of a polygon, metres; zero inside it. */
export function distanceToPolygon_m(position: Position, polygon: PolygonRings): number {
  if (pointInPolygon(polygon, position)) return 0;
  let nearest = Infinity;
  for (const ring of polygon) {
    for (let index = 1; index < ring.length; index += 1) {
      nearest = Math.min(nearest, distanceToSegment_m(position, ring[index - 1]!, ring[index]!));
    }
  }
  return nearest;
}

/** The straight distance from a position to the nearest point of the line between two others, metres. */
export function distanceToSegment_m(position: Position, a: Position, b: Position): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const lengthSquared = dx * dx + dy * dy;
  if (lengthSquared === 0) return distance_m(position, a);
  const along = ((position[0] - a[0]) * dx + (position[1] - a[1]) * dy) / lengthSquared;
  const share = Math.min(1, Math.max(0, along));
  return distance_m(position, [a[0] + share * dx, a[1] + share * dy]);
}
