import type { Box, PolygonRings, Position } from '../position.ts';

/** The box around all positions of a polygon's outer ring, EPSG:3006, metres. */
export function boxOf(polygon: PolygonRings): Box {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [x, y] of polygon[0] ?? []) {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, south, east, north];
}

/** Whether a position lies in a box or at most `margin_m` outside any of its sides. */
export function boxHolds(box: Box, [x, y]: Position, margin_m = 0): boolean {
  return x >= box[0] - margin_m && x <= box[2] + margin_m && y >= box[1] - margin_m && y <= box[3] + margin_m;
}

/** Whether two boxes touch or overlap. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** The square box about a position that holds everything within a distance of it. */
export function boxAround([x, y]: Position, distance_m: number): Box {
  return [x - distance_m, y - distance_m, x + distance_m, y + distance_m];
}
