import type { PolygonRings, Position } from '../position.ts';
import { signedArea_m2 } from './signed-area.ts';

/** One edge of a building's outline: the building stands to the left of the way from `a` to `b`. EPSG:3006. */
export type Wall = { a: Position; b: Position; previous: Position; next: Position };

/**
 * The walls of a building, courtyards included, whichever way its rings are wound. Edges without length are left out.
 * `previous` and `next` are the corners before `a` and after `b`.
 */
export function wallsOf(building: PolygonRings): Wall[] {
  const walls: Wall[] = [];
  building.forEach((ring, order) => {
    const isHole = order > 0;
    const corners = ring.slice(1).filter((corner, index) => !same(corner, ring[index]!));
    if (signedArea_m2(ring) > 0 === isHole) corners.reverse();
    const count = corners.length;
    if (count < 3) return;
    for (let index = 0; index < count; index += 1) {
      walls.push({
        previous: corners[(index + count - 1) % count]!,
        a: corners[index]!,
        b: corners[(index + 1) % count]!,
        next: corners[(index + 2) % count]!,
      });
    }
  });
  return walls;
}

/** The direction straight out from a wall `a` to `b`, as a unit vector (east, north). */
export function outwards(a: Position, b: Position): Position {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  return [(b[1] - a[1]) / length, (a[0] - b[0]) / length];
}

function same(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
