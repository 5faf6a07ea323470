import { boxOf } from '#core/geometry/box.ts';
import { pointInPolygon } from '#core/geometry/point-in-polygon.ts';
import { signedArea_m2 } from '#core/geometry/signed-area.ts';
import type { Box, PolygonRings, Ring } from '#core/position.ts';

interface Nested {
  readonly ring: Ring;
  readonly box: Box;
  /** How many rings are around it. */
  readonly depth: number;
  readonly holes: Ring[];
}

/**
 * Polygons of what lies inside an odd number of rings. Rings must not cross; each outer ring comes with the rings right
 * inside it as its holes, and what lies inside those begins anew.
 */
export function nestRings(rings: readonly Ring[]): PolygonRings[] {
  const largestFirst = rings
    .map((ring) => ({ ring, area: Math.abs(signedArea_m2(ring)) }))
    .filter(({ area }) => area > 0)
    .toSorted((a, b) => b.area - a.area);
  const placed: Nested[] = [];
  for (const { ring } of largestFirst) {
    const box = boxOf([ring]);
    // The smallest ring around it is the last one placed that holds it.
    const around = placed.findLast((one) => boxInside(box, one.box) && pointInPolygon([one.ring], ring[0]!));
    const depth = around ? around.depth + 1 : 0;
    if (around && depth % 2 === 1) around.holes.push(ring);
    placed.push({ ring, box, depth, holes: [] });
  }
  return placed.filter(({ depth }) => depth % 2 === 0).map(({ ring, holes }) => [ring, ...holes]);
}

function boxInside(inner: Box, outer: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}
