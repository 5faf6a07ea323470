import type { PolygonRings, Position } from '../position.ts';

/**
 * Whether a position lies inside a polygon with holes (even-odd rule: how the rings are wound does not matter).
 * A position exactly on an edge counts as inside for west and south edges and outside for the others, so that of
 * polygons that share an edge exactly one holds it. EPSG:3006.
 */
export function pointInPolygon(polygon: PolygonRings, [x, y]: Position): boolean {
  let inside = false;
  for (const ring of polygon) {
    for (let index = 1; index < ring.length; index += 1) {
      const [ax, ay] = ring[index - 1]!;
      const [bx, by] = ring[index]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}
